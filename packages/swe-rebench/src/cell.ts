// What the page prints for unknown: a model without results in the window, a cost nobody measured.
const unknown = new Set(['', 'n/a', '—', '–', '-'])

const percent = String.raw`(\d{1,3}(?:\.\d+)?) ?%`
export type Shape = 'resolved' | 'percent' | 'dollars' | 'tokens'

const shapes: Readonly<Record<Shape, RegExp>> = {
  /** `62.7%`, and since summer 2026 `64.5% ± 1.41%`. */
  resolved: new RegExp(`^${percent}(?: ?± ?(\\d+(?:\\.\\d+)?) ?%)?$`),
  /** `0.91%` */
  percent: new RegExp(`^±? ?${percent}$`),
  /** `$2.25` */
  dollars: /^\$ ?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/,
  /** `2,120,660`, and since summer 2026 `2,518,308 94.9% cached`, also where nobody counted those. */
  tokens: new RegExp(
    `^(\\d+|\\d{1,3}(?:,\\d{3})+)(?: ${percent} cached| (?:N/A|[—–-])(?: cached)?)?$`,
    'i',
  ),
}

/** The numbers of a cell: none where it says unknown, `undefined` where it is not of the shape. */
export function readCell(text: string, shape: Shape): (number | undefined)[] | undefined {
  if (unknown.has(text.toLowerCase())) return []
  const match = shapes[shape].exec(text)
  if (match === null) return undefined
  const [, first = '', second] = match
  if (shape === 'dollars') return [toNumber(first + (second ?? ''))]
  return [toNumber(first), second === undefined ? undefined : toNumber(second)]
}

function toNumber(digits: string): number {
  return Number(digits.replaceAll(',', ''))
}
