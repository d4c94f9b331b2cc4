/** A defect of the input that was repaired or worked around, told instead of thrown. */
export interface Warning {
  /** Stable and documented in the package's README, e.g. `'zone-assumed'`. */
  code: string
  /** One plain sentence, e.g. `'The date has no zone; UTC was assumed.'`. */
  message: string
  /** Where in the input, e.g. `'items[3].publishedAt'`. */
  path?: string | undefined
}
