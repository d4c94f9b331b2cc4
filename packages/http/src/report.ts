import type { StoreWarning } from './state-store.ts'

/** One request that was made, or answered from a recording. */
export interface RequestReport {
  method: string
  /** Without secrets. */
  url: string
  /** e.g. `200`; absent where there was no answer. */
  status?: number | undefined
  /** Why there was no answer, e.g. `'timeout'`: the code of a SourceError, or `'aborted'`. */
  error?: string | undefined
  /** Duration in milliseconds. */
  ms: number
  /** Of the decoded body. */
  bytes: number
  fromReplay: boolean
  /** Whether it carried the validators of an earlier answer. */
  conditional: boolean
}

/** What a client asked of one host, and how politely. */
export interface HostReport {
  requests: number
  /** Requests without an answer, or with a status of 400 and above. */
  failures: number
  /** Of decoded bodies that were transferred. */
  bytes: number
  /** Requests that carried validators. */
  conditional: number
  /** Answers with status 304. */
  notModified: number
  /** `notModified` of `requests`, 0–100. */
  notModifiedPercent: number
  /** Answers given from the store without a request. */
  fromStore: number
  /** Bytes of bodies that were known and not transferred again. */
  bytesSaved: number
  /** Requests without validators for an address asked before, in this run or an earlier one. */
  unconditionalRepeats: number
  /** Requests sent again within one `fetch`. */
  retries: number
  /** Smallest time between the starts of two requests, in milliseconds; absent for fewer than two. */
  minSpacingMs?: number | undefined
  /** Smallest time between two requests for one address, earlier runs included; absent where none was repeated. */
  minRepeatMs?: number | undefined
}

/** What a client has done so far. Plain JSON, without secrets. */
export interface ClientReport {
  /** The last 1000, in the order they ended. */
  requests: RequestReport[]
  /** By host, e.g. `'github.com'`. */
  hosts: Record<string, HostReport>
  /** In replay, the addresses nobody has asked for. */
  unusedRecordings: string[]
  /** Addresses that have moved for good and are asked at their new place: the list of sources should say so. */
  moved: { from: string; to: string }[]
  /** Addresses that said 410 and are not asked any more. */
  gone: string[]
  /** Requests that were not made, by the host that was meant. */
  blocked: { url: string; code: string; reason: string }[]
  /** How often validators were dropped because a host had answered nothing but 304 for days. */
  amnesties: number
  /** What went wrong without stopping anything, each code once per address. */
  warnings: (StoreWarning & { url?: string | undefined })[]
}
