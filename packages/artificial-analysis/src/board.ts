/** One row of any surface, its fields found but not yet checked. */
export interface RawModel {
  /** Where it stands, e.g. `'data[3]'`. */
  path: string
  id: unknown
  name: unknown
  organization?: unknown
  releasedOn?: unknown
  openWeights?: unknown
  estimated?: unknown
  deprecated?: unknown
  /** By metric key; `null` and `undefined` are unknown. */
  values: Readonly<Record<string, unknown>>
}

/** What one surface says, before it is checked. */
export interface RawBoard {
  /** Names the series together with the version. */
  surface: 'api' | 'legacy' | 'page'
  version?: string | undefined
  models: RawModel[]
  /** Why the rows are not the whole board. */
  partial?: string | undefined
}
