import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { RequestReport } from './report.ts'

/** How a client behaves. Everything has a polite default. */
export interface ClientOptions {
  /** Who asks, e.g. `'example-news/1.2 (+https://news.example/about)'`. */
  userAgent?: string | undefined
  /** Milliseconds for one `fetch` in all: redirects and the whole body. Waiting for its turn does not count. Default 30 000. */
  timeoutMs?: number | undefined
  /** Largest body in bytes, as received and as decoded. Default 20 MiB. */
  maxBytes?: number | undefined
  /** Redirects followed before giving up. Default 5. */
  maxRedirects?: number | undefined
  /** Milliseconds between the end of a request and the next one to the same host. Default 1000, in replay 0. */
  minGapMs?: number | undefined
  /** Folder of a recording: all answers come from there and the network is never reached. */
  replay?: string | undefined
  /** Folder that live answers are added to, in the form that `replay` reads. */
  record?: string | undefined
  /** Called after every request, redirects included. What it throws, `fetch` throws. */
  onRequest?: ((request: RequestReport) => void) | undefined
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  now?: (() => number) | undefined
  /** Waits between requests. By default a timer. */
  sleep?: ((ms: number) => Promise<unknown>) | undefined
}

/** `ClientOptions` with nothing left open. */
export interface Settings {
  userAgent: string
  timeoutMs: number
  maxBytes: number
  maxRedirects: number
  minGapMs: number
  replay: string | undefined
  record: string | undefined
  onRequest: (request: RequestReport) => void
  now: () => number
  sleep: (ms: number) => Promise<unknown>
}

// A header holds Latin-1; a path may hold anything that is visible.
const headerText = /^[\x20-\x7e\xa0-\xff]+$/
const pathText = /^[\x20-\x7e\x80-\uffff]+$/

/** Fills in the defaults. Throws TypeError for an option that is unknown or makes no sense. */
export function readOptions(options: ClientOptions): Settings {
  const { userAgent, replay, record, onRequest, now, sleep, ...rest } = options
  const { timeoutMs, maxBytes, maxRedirects, minGapMs, ...unknown } = rest
  const [stranger] = Object.keys(unknown)
  if (stranger !== undefined) throw new TypeError(`createClient: unknown option ${stranger}`)
  checkText('userAgent', userAgent, headerText)
  checkText('replay', replay, pathText)
  checkText('record', record, pathText)
  checkFunction('onRequest', onRequest)
  checkFunction('now', now)
  checkFunction('sleep', sleep)
  if (replay !== undefined && record !== undefined) {
    throw new TypeError('createClient: replay and record exclude each other')
  }
  return {
    userAgent: userAgent ?? defaultUserAgent(),
    timeoutMs: integer('timeoutMs', timeoutMs ?? 30_000, 1),
    maxBytes: integer('maxBytes', maxBytes ?? 20 * 1024 * 1024, 1),
    maxRedirects: integer('maxRedirects', maxRedirects ?? 5, 0),
    minGapMs: integer('minGapMs', minGapMs ?? (replay === undefined ? 1000 : 0), 0),
    replay,
    record,
    onRequest: onRequest ?? (() => {}),
    now: now ?? Date.now,
    sleep: sleep ?? ((ms) => delay(ms)),
  }
}

function integer(name: string, value: number, least: number): number {
  // A timer of more than 2^31-1 ms fires at once.
  if (Number.isInteger(value) && value >= least && value < 2 ** 31) return value
  throw new TypeError(`createClient: ${name} must be a whole number from ${least} to 2147483647`)
}

function checkText(name: string, value: unknown, allowed: RegExp): void {
  if (value === undefined || (typeof value === 'string' && allowed.test(value))) return
  throw new TypeError(`createClient: ${name} must be a string of one line, and not empty`)
}

function checkFunction(name: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return
  throw new TypeError(`createClient: ${name} must be a function`)
}

function defaultUserAgent(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version }: { version: string } = JSON.parse(manifest)
  return `inference-report/${version} (+https://github.com/inference-report/toolkit)`
}
