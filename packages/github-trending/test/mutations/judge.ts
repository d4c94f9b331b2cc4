import { SourceError } from '@inference-report/source'
import type { Mutation } from './page-mutations.ts'

/** What came of a mutation. */
export type Outcome =
  /** The same record without a new warning. */
  | 'same'
  /** A new warning, and whatever the record still says is true. */
  | 'warning'
  /** A SourceError. */
  | 'error'
  /** The page says less, and so does the record. */
  | 'less'
  /** A new warning, and a value that is not the page's. */
  | 'warned, yet wrong'
  /** Another value, or a lost one, and nobody told. */
  | 'silently wrong'

/** A record as the judge sees it: its rows under the names they go by. */
export interface Judged {
  head: unknown
  rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  warnings: readonly unknown[]
}

/** Reads a mutated page and compares what comes of it with what the page said before. */
export function judge(
  parse: (html: string) => Judged,
  truth: Judged,
  { html, saysLess }: Mutation,
): Outcome {
  let read: Judged
  try {
    read = parse(html)
  } catch (error) {
    if (SourceError.is(error)) return 'error'
    throw error
  }
  const known = new Set(truth.warnings.map((warning) => JSON.stringify(warning)))
  const isWarned = read.warnings.some((warning) => !known.has(JSON.stringify(warning)))
  if (!isTrue(read, truth, saysLess || isWarned))
    return isWarned ? 'warned, yet wrong' : 'silently wrong'
  if (isWarned) return 'warning'
  return isTrue(read, truth, false) ? 'same' : 'less'
}

/** Whether all that is read is so; `mayLack` says whether something may be missing. */
function isTrue(read: Judged, truth: Judged, mayLack: boolean): boolean {
  if (!mayLack && read.rows.size !== truth.rows.size) return false
  if (JSON.stringify(read.head) !== JSON.stringify(truth.head) && !mayLack) return false
  return [...read.rows].every(([name, row]) => {
    const other = truth.rows.get(name)
    return other !== undefined && isPart(row, other, mayLack)
  })
}

function isPart(value: unknown, truth: unknown, mayLack: boolean): boolean {
  if (Array.isArray(value) && Array.isArray(truth)) {
    const isSame = JSON.stringify(value) === JSON.stringify(truth)
    return isSame || (mayLack && value.every((each) => truth.includes(each)))
  }
  if (!isRecord(value) || !isRecord(truth)) return value === truth
  const keys = Object.keys(value)
  // A row in front that is gone moves up the rest.
  const isSame = keys.every(
    (key) => (key === 'rank' && mayLack) || isPart(value[key], truth[key], mayLack),
  )
  return isSame && (mayLack || keys.length === Object.keys(truth).length)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
