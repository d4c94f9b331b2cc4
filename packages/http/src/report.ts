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
}

/** What a client asked of one host. */
export interface HostReport {
  requests: number
  /** Requests without an answer, or with a status of 400 and above. */
  failures: number
  bytes: number
}

/** What a client has done so far. Plain JSON, without secrets. */
export interface ClientReport {
  /** In the order they ended. */
  requests: RequestReport[]
  /** By host, e.g. `'github.com'`. */
  hosts: Record<string, HostReport>
  /** In replay, the addresses nobody has asked for. */
  unusedRecordings: string[]
}

/** Sums up requests by host. */
export function summarize(requests: RequestReport[], unusedRecordings: string[]): ClientReport {
  const hosts = new Map<string, HostReport>()
  for (const { url, status, bytes } of requests) {
    const { host } = new URL(url)
    const sum = hosts.get(host) ?? { requests: 0, failures: 0, bytes: 0 }
    const failed = status === undefined || status >= 400
    hosts.set(host, {
      requests: sum.requests + 1,
      failures: sum.failures + (failed ? 1 : 0),
      bytes: sum.bytes + bytes,
    })
  }
  return {
    requests: requests.map((request) => ({ ...request })),
    hosts: Object.fromEntries(hosts),
    unusedRecordings,
  }
}
