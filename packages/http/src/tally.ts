import { channels } from './events.ts'
import type { Hop } from './exchange.ts'
import { redactUrl } from './redact.ts'
import type { ClientReport, HostReport, RequestReport } from './report.ts'
import type { StoreWarning } from './state-store.ts'

/** How much of what happened is kept word by word. */
const keptRequests = 1000
const keptNotes = 1000

interface HostTally extends Omit<HostReport, 'notModifiedPercent'> {
  startedAt?: number | undefined
}

export interface Ended {
  hop: Hop
  startedAt: number
  ms: number
  conditional: boolean
  result: { status: number } | { error: string }
  bytes: number
  fromReplay: boolean
}

/** Counts what a client does, and tells it as it happens. */
export interface Tally {
  started(hop: Hop, asked: { at: number; conditional: boolean; attempt: number }): void
  ended(ended: Ended): RequestReport
  retried(hop: Hop, waitMs: number, attempt: number, reason: string): void
  /** A request without validators for an address that was asked before. */
  repeated(hop: Hop, afterMs: number, conditional: boolean): void
  /** An answer that came from the store, and how much was not transferred. */
  saved(hop: Hop, bytes: number, asked: boolean): void
  blocked(url: URL, code: string, reason: string): void
  warn(warning: StoreWarning & { url?: string | undefined }): void
  amnesty(hop: Hop): void
  moved(from: URL, to: string): void
  gone(url: URL): void
  report(unusedRecordings: string[], storeWarnings: readonly StoreWarning[]): ClientReport
}

export function createTally(): Tally {
  const hosts = new Map<string, HostTally>()
  const requests: RequestReport[] = []
  const blocked = new Map<string, ClientReport['blocked'][number]>()
  const warnings = new Map<string, ClientReport['warnings'][number]>()
  const moved = new Map<string, string>()
  const gone = new Set<string>()
  let amnesties = 0

  function hostOf({ host }: URL): HostTally {
    const known = hosts.get(host)
    if (known !== undefined) return known
    const fresh = {
      requests: 0,
      failures: 0,
      bytes: 0,
      conditional: 0,
      notModified: 0,
      fromStore: 0,
      bytesSaved: 0,
      unconditionalRepeats: 0,
      retries: 0,
    }
    hosts.set(host, fresh)
    return fresh
  }

  return {
    started({ url, method }, { at, conditional, attempt }) {
      const host = hostOf(url)
      if (host.startedAt !== undefined) {
        host.minSpacingMs = least(host.minSpacingMs, at - host.startedAt)
      }
      host.startedAt = at
      if (channels.request.hasSubscribers) {
        channels.request.publish({ method, url: redactUrl(url), conditional, attempt })
      }
    },

    ended({ hop, ms, conditional, result, bytes, fromReplay }) {
      const host = hostOf(hop.url)
      const notModified = 'status' in result && result.status === 304 && conditional
      host.requests++
      host.bytes += bytes
      if ('error' in result || result.status >= 400) host.failures++
      if (conditional) host.conditional++
      if (notModified) host.notModified++
      const { method } = hop
      const entry: RequestReport = {
        method,
        url: redactUrl(hop.url),
        ...result,
        ms,
        bytes,
        fromReplay,
        conditional,
      }
      requests.push(entry)
      // Not one by one: moving a thousand entries for each request would cost more than it keeps.
      if (requests.length > 2 * keptRequests) requests.splice(0, requests.length - keptRequests)
      if (channels.response.hasSubscribers) channels.response.publish({ ...entry, notModified })
      return entry
    },

    retried({ url }, waitMs, attempt, reason) {
      hostOf(url).retries++
      if (channels.retry.hasSubscribers) {
        channels.retry.publish({ url: redactUrl(url), attempt, waitMs, reason })
      }
    },

    repeated({ url }, afterMs, conditional) {
      const host = hostOf(url)
      host.minRepeatMs = least(host.minRepeatMs, afterMs)
      if (!conditional) host.unconditionalRepeats++
    },

    saved({ url }, bytes, asked) {
      const host = hostOf(url)
      if (!asked) host.fromStore++
      host.bytesSaved += bytes
    },

    blocked(url, code, reason) {
      const entry = { url: redactUrl(url), code, reason }
      if (blocked.size < keptNotes) blocked.set(`${entry.url} ${reason}`, entry)
      if (channels.blocked.hasSubscribers) channels.blocked.publish({ ...entry })
    },

    warn(warning) {
      const key = `${warning.code} ${warning.url ?? ''}`
      if (warnings.has(key)) return
      if (warnings.size < keptNotes) warnings.set(key, warning)
      if (channels.warning.hasSubscribers) channels.warning.publish({ ...warning })
    },

    amnesty(hop) {
      amnesties++
      hostOf(hop.url)
    },

    moved(from, to) {
      if (moved.size < keptNotes) moved.set(redactUrl(from), redactUrl(to))
    },

    gone(url) {
      if (gone.size < keptNotes) gone.add(redactUrl(url))
    },

    report: (unusedRecordings, storeWarnings) => ({
      requests: requests.slice(-keptRequests).map((request) => ({ ...request })),
      hosts: Object.fromEntries([...hosts].map(([name, tally]) => [name, toReport(tally)])),
      unusedRecordings,
      moved: [...moved].map(([from, to]) => ({ from, to })),
      gone: [...gone],
      blocked: [...blocked.values()].map((entry) => ({ ...entry })),
      amnesties,
      warnings: [...storeWarnings, ...warnings.values()].map((warning) => ({ ...warning })),
    }),
  }
}

function toReport({ startedAt: _, ...counts }: HostTally): HostReport {
  const share = counts.requests === 0 ? 0 : (100 * counts.notModified) / counts.requests
  return { ...counts, notModifiedPercent: Math.round(share * 10) / 10 }
}

function least(known: number | undefined, now: number): number {
  // A clock set back would show a negative time.
  return Math.max(known === undefined ? now : Math.min(known, now), 0)
}
