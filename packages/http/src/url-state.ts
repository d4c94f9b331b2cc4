import { createHash } from 'node:crypto'
import type { HeaderRecord, Hop } from './exchange.ts'
import type { FeedHints } from './feed-hints.ts'
import { redactUrl } from './redact.ts'

/** What is remembered of one address. */
export interface UrlState {
  v: 1
  /** Milliseconds since 1970 when it was last asked, and how long it is left alone since then. */
  at: number
  waitMs: number
  /** What the wait follows from, e.g. `'max-age'`. */
  why: string
  /** As the server wrote them, both of one answer. */
  etag?: string | undefined
  lastModified?: string | undefined
  /** The last good answer; its body lies beside. */
  answer?: StoredAnswer | undefined
  /** What came instead since then. */
  trouble?: Trouble | undefined
  hints?: FeedHints | undefined
  /** Requests without validators, ever. */
  unconditional: number
  /** When the body last came whole. */
  wholeAt?: number | undefined
  /** 304 answers since then. */
  unchanged?: number | undefined
  parseFailures?: number | undefined
  /** A permanent redirect, and how often it was seen, on how many days. */
  move?: { to: string; seen: number; days: number; lastDay: number } | undefined
}

export interface StoredAnswer {
  status: number
  statusText: string
  headers: HeaderRecord
  /** Milliseconds since 1970 when the server last said that this is how it is. */
  at: number
  bytes: number
  /** CRC-32 of the body: a damaged one must not be given for the server's. */
  crc?: number | undefined
}

export interface Trouble {
  /** The status, where there was an answer. */
  status?: number | undefined
  headers?: HeaderRecord | undefined
  /** The code and the details of the SourceError, where there was none. */
  code?: string | undefined
  received?: string | undefined
  /** How often in a row. */
  times: number
  since: number
}

// Whatever a caller adds may choose another answer, and is part of the key; but for these.
const neutral: ReadonlySet<string> = new Set([
  'accept-encoding',
  'cache-control',
  'from',
  'pragma',
  'user-agent',
])

/** Under which key an answer is kept; never with a secret in it. */
export function stateKey({ url, headers, own }: Hop): string {
  let variant = ''
  for (const name of own) {
    if (!neutral.has(name)) variant += `${name}:${headers[name]}\n`
  }
  const plain = redactUrl(url)
  if (plain !== url.href) variant += url.href
  if (variant === '') return plain
  return `${plain} ${createHash('sha256').update(variant).digest('hex').slice(0, 32)}`
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function encodeState(state: object): Uint8Array {
  return encoder.encode(JSON.stringify(state))
}

/** `undefined` for what this version did not write. */
export function decodeUrlState(bytes: Uint8Array | undefined): UrlState | undefined {
  const state = decodeObject(bytes)
  return state !== undefined && isUrlState(state) ? state : undefined
}

export function decodeObject(bytes: Uint8Array | undefined): object | undefined {
  if (bytes === undefined) return undefined
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    // Another program's value, or half of one: as good as none.
    return undefined
  }
}

function isUrlState(state: object): state is UrlState {
  const known: Partial<Record<keyof UrlState, unknown>> = state
  const { v, at, waitMs, unconditional, answer, etag = '', lastModified = '' } = known
  const numbers = [at, waitMs, unconditional].every((value) => typeof value === 'number')
  const validators = isHeaderText(etag) && isHeaderText(lastModified)
  return v === 1 && numbers && validators && (answer === undefined || isStoredAnswer(answer))
}

const isToken = /^[\w!#$%&'*+.^`|~-]+$/

/** What a `Response` can be made of. */
function isStoredAnswer(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false
  const { status, statusText, headers, at }: Partial<Record<keyof StoredAnswer, unknown>> = answer
  const isStatus = Number.isInteger(status) && Number(status) >= 200 && Number(status) < 600
  const areHeaders = typeof headers === 'object' && headers !== null
  return (
    isStatus &&
    typeof at === 'number' &&
    isHeaderText(statusText) &&
    areHeaders &&
    Object.entries(headers).every(([name, value]) => isToken.test(name) && isHeaderText(value))
  )
}

function isHeaderText(text: unknown): boolean {
  return typeof text === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(text)
}
