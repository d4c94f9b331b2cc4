export type FailureKind =
  | 'throws'
  | 'schema'
  | 'not-deterministic'
  | 'url-not-absolute'
  | 'time-not-utc'
  | 'not-plain'
  | 'unsafe-html'
  | 'slow'
  | 'hang'
  | 'memory'

/** What an input shows that must never be. */
export interface Failure {
  kind: FailureKind
  /** The same for failures of one cause, so that one defect is one finding. */
  key: string
  detail: string
}

export function failure(kind: FailureKind, where: string, detail: string): Failure {
  return { kind, key: `${kind} ${where.replace(/\d+/g, '#')}`, detail: detail.slice(0, 1000) }
}
