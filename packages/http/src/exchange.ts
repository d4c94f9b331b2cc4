/** One request, on its way to one address. */
export interface Hop {
  method: string
  url: URL
  /** Names in lower case. */
  headers: HeaderRecord
  body: Uint8Array | undefined
  /** Names of the headers that the caller chose, in lower case. */
  own: ReadonlySet<string>
}

/** Header values by name in lower case, repeated ones joined. */
export type HeaderRecord = Readonly<Record<string, string>>

/** What came back for a hop, whole and decoded. */
export interface Answer {
  status: number
  statusText: string
  headers: HeaderRecord
  body: Uint8Array<ArrayBuffer>
  /** When it was asked: ISO 8601 UTC, or `YYYY-MM-DD` where a recording knows only the day. */
  capturedAt: string
  fromReplay: boolean
}

/** Answers one hop, from the network or from a recording. */
export type Transport = (hop: Hop, signal: AbortSignal, leftMs: number) => Promise<Answer>
