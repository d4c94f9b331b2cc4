import type { RequestReport } from './report.ts'
import type { StateStore } from './state-store.ts'

/** How a client behaves. Everything has a polite default. */
export interface ClientOptions {
  /** Who asks, e.g. `'example-news/1.2 (+https://news.example/about)'`. Its first word is looked up in robots.txt. */
  userAgent?: string | undefined
  /** An address for the operators of a host, sent as `From`, e.g. `'editor@news.example'`. */
  from?: string | undefined
  /** What is remembered between runs. Default `createMemoryStore()`. The client does not close it. */
  store?: StateStore | undefined
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  clock?: { now(): number } | undefined
  /** Waits between requests and before retries. By default a timer. Rejects when the signal aborts. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<unknown>) | undefined
  /** From 0 to 1, for jitter. Default `Math.random`. */
  random?: (() => number) | undefined
  /** Whether robots.txt decides what may be asked, also per address. Default `'obey'`. */
  robots?: RobotsPolicy | ((url: URL) => RobotsPolicy) | undefined
  hostPolicy?: HostPolicy | undefined
  schedule?: SchedulePolicy | undefined
  limits?: Limits | undefined
  security?: Security | undefined
  retry?: RetryPolicy | undefined
  /** PEM certificates to trust besides none: replaces the platform's list, as in `node:tls`. */
  ca?: string | Uint8Array | readonly (string | Uint8Array)[] | undefined
  /** Whether HTTP/2 is offered to TLS hosts. Default false: one request at a time gains nothing by it. */
  http2?: boolean | undefined
  /** Folder of a recording: all answers come from there and the network is never reached. */
  replay?: string | undefined
  /** Folder that answers are added to, in the form that `replay` reads. */
  record?: string | undefined
  /** Called after every request, redirects included. What it throws, `fetch` throws. */
  onRequest?: ((request: RequestReport) => void) | undefined
  /** As `limits.totalMs`. */
  timeoutMs?: number | undefined
  /** As `limits.wireBytes` and `limits.decodedBytes` together. */
  maxBytes?: number | undefined
  /** As `limits.redirects`. */
  maxRedirects?: number | undefined
  /** As `hostPolicy.minSpacingMs`. */
  minGapMs?: number | undefined
  /** As `clock.now`. */
  now?: (() => number) | undefined
}

export type RobotsPolicy = 'obey' | 'ignore'

/** How a host is treated. */
export interface HostPolicy {
  /** Milliseconds between the end of a request and the next one to the same host. Default 1000, arXiv 3000, in replay 0. */
  minSpacingMs?: number | undefined
  /** Requests to one host at a time, 1 or 2. Default 1. */
  maxConcurrentPerHost?: number | undefined
  /** Requests at a time in all. Default 16. */
  maxConcurrent?: number | undefined
  /** Milliseconds between requests to certain hosts, e.g. `{ 'slow.example': 10_000 }`. */
  spacingMs?: Readonly<Record<string, number>> | undefined
  /**
   * Who else waits when a host says 429 or 503: `'host'`, the default; `'domain'` all hosts of the
   * registrable domain, guessed without the public suffix list; or a function from host to group.
   */
  cooldownScope?: 'host' | 'domain' | ((hostname: string) => string) | undefined
}

/** When an address may be asked again. */
export interface SchedulePolicy {
  /** Least milliseconds between requests to one address. Default an hour. */
  floorMs?: number | undefined
  /** The same where the server gave no validators, so that every answer is whole. Default 24 hours. */
  unconditionalFloorMs?: number | undefined
  /** Most milliseconds that max-age, Expires or a feed's own hints are heeded. Default 24 hours. */
  capMs?: number | undefined
  /** Share of the wait that is added at random, up to the cap. Default 0.1. */
  jitter?: number | undefined
  /**
   * Days of nothing but 304 after which one request goes without validators, because some hosts
   * answer 304 whatever is asked. Never for a host that has shown a change before. Default 8; 0 for never.
   */
  amnestyDays?: number | undefined
  /** Failures of `client.parsed` in a row after which an address is left alone for a week. Default 3; 0 for never. */
  parseFailures?: number | undefined
}

/** What one `fetch` may cost. */
export interface Limits {
  /** Of a body as received. Default 20 MiB. */
  wireBytes?: number | undefined
  /** Of a body as decoded, in replay too. Default 20 MiB. */
  decodedBytes?: number | undefined
  /** Of all headers of an answer. Default 16 KiB. */
  headerBytes?: number | undefined
  /** Decoded bytes for one received, above 1 MiB decoded. Default 100. */
  compressionRatio?: number | undefined
  /** Redirects followed before giving up. Default 5. */
  redirects?: number | undefined
  /** Milliseconds for one `fetch` in all: redirects, retries and the whole body. Waiting for its turn does not count. Default 30 000. */
  totalMs?: number | undefined
  /** Milliseconds from the request to its headers. Default 10 000. */
  headersMs?: number | undefined
  /** Milliseconds for DNS, TCP and TLS. Default 10 000. */
  connectMs?: number | undefined
  /** Milliseconds without a byte of the body. Default 15 000. */
  idleMs?: number | undefined
}

/** What may be connected to. */
export interface Security {
  /**
   * What is trusted although it is private or on another port, for tests and intranets: exact pairs
   * `'127.0.0.1:8080'`, `'[::1]:8080'`, `'intranet.example:8080'`, or ranges `'10.1.0.0/16'` on any port.
   */
  allowPrivate?: readonly string[] | undefined
  /** Default `['http', 'https']`; can only be narrowed. */
  schemes?: readonly string[] | undefined
  /** Default `[80, 443]`. */
  ports?: readonly number[] | undefined
  /** Whether 64:ff9b::/96 is judged by the IPv4 address in it; for networks with DNS64 only. Default false. */
  nat64?: boolean | undefined
  /** Resolves a name. By default the system's resolver. */
  lookup?: ((hostname: string) => Promise<readonly LookupAddress[]>) | undefined
}

export interface LookupAddress {
  address: string
  /** 4 or 6. */
  family: number
}

/** What is asked again within one `fetch`: a GET or HEAD that could not connect, or met 502 or 504. */
export interface RetryPolicy {
  /** Further attempts. Default 2. */
  attempts?: number | undefined
  /** Longest wait before the first of them, in milliseconds; doubles each time. Default 500. */
  baseMs?: number | undefined
  /** Longest wait before any. Default 8000. */
  maxMs?: number | undefined
}
