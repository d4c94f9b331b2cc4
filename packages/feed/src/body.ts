/** A body made ready to be shown, and what was met on the way. */
export interface Body {
  /** Empty where nothing is left. */
  html: string
  /** What it was made of. */
  source: string
  /** Where the attributes of its first picture stand in the source: `undefined` where that was not looked for. */
  image?: ImageRange | undefined
}

/** `start` is -1 where there is no picture. */
export interface ImageRange {
  /** What its address is relative to. */
  base: string | undefined
  start: number
  end: number
}
