/** How grave a sign is. Above `warning` a board should not replace the last good one. */
export type DriftSeverity = 'notice' | 'warning' | 'error'

/** What can be wrong with a snapshot that was read without an error. Stable. */
export type DriftCode =
  | 'id-collision'
  | 'name-collision'
  | 'value-not-finite'
  | 'value-out-of-range'
  | 'no-scores'
  | 'column-missing'
  | 'column-sparse'
  | 'column-emptied'
  | 'unit-changed'
  | 'scale-changed'
  | 'values-shifted'
  | 'order-changed'
  | 'rows-disappeared'
  | 'ids-changed'
  | 'version-changed'
  | 'window-changed'
  | 'series-changed'

/** The figures a sign was read from, so that nobody needs to believe it. */
export interface DriftEvidence {
  /** Of the last good snapshot: a share in percent, a count of rows, a middle value, a version, a unit. */
  before?: number | string | undefined
  /** The same of the snapshot looked at. */
  after?: number | string | undefined
  /** What would still have passed. */
  limit?: number | string | undefined
  /** How many rows it was read from. */
  rows?: number | undefined
}

/** A sign that the source changed its shape, or that a part of it was lost on the way. */
export interface Drift {
  code: DriftCode
  /**
   * `error`: values are lost, or are not what their column says. `warning`: publish, but say so.
   * `notice`: odd, and probably the board's own doing.
   */
  severity: DriftSeverity
  /** One plain sentence. */
  message: string
  /** The metric, or the field of the rows, that it is about, e.g. `'costUsdPerTask'`, `'organization'`. */
  column?: string | undefined
  /** Rows it is about; at most 20. */
  ids?: string[] | undefined
  evidence: DriftEvidence
}

/** What a source knows of its own board, and how much change is allowed. */
export interface DriftOptions {
  /** Metrics, or fields of the rows, that must be there and known for at least one row. */
  required?: readonly DriftColumn[] | undefined
  /** Columns that not every surface of the source has: that one is gone or emptied is only a warning. */
  optional?: readonly DriftColumn[] | undefined
  /** The least part of the rows, in percent, that must have a value, by metric or field. */
  floors?: Readonly<Record<string, number>> | undefined
  /**
   * Least and most a value may be, both allowed, by metric. By default percentages are 0 to 100, money,
   * tokens and speeds not below 0, and anything else is unbounded.
   */
  ranges?: Readonly<Record<string, readonly [number, number]>> | undefined
  /** Rows have disappeared where more than this part of them is gone; 25 percent by default. */
  mostRowsLostPercent?: number | undefined
}

/** A metric's key, or a field of the rows. */
export type DriftColumn = 'organization' | 'releasedOn' | 'effort' | 'openWeights' | (string & {})

/** Fewer rows than this say nothing about a column or a board. */
export const fewestRows = 5

const severities: readonly DriftSeverity[] = ['notice', 'warning', 'error']

/** Those signs that are graver than a severity. */
export function graverThan(severity: DriftSeverity, drifts: readonly Drift[]): Drift[] {
  return drifts.filter((drift) => severities.indexOf(drift.severity) > severities.indexOf(severity))
}
