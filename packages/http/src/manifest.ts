import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SourceError } from '@inference-report/source'

/** One recorded answer: an entry of `manifest.json`, which is an array of them. */
export interface RecordedAnswer {
  url: string
  /** Default `'GET'`. */
  method?: string | undefined
  /** What else of the request chose the answer. Only what is here must match in replay. */
  requestHeaders?: { accept?: string | undefined; rsc?: string | undefined } | undefined
  status: number
  /** Validators and the address of a redirect among them. */
  headers: Record<string, string>
  /** Path of the body, relative to the manifest. */
  file?: string | undefined
  /** The body itself, as text. Neither is needed where an answer has no body. */
  body?: string | undefined
  /** ISO 8601 UTC, or `YYYY-MM-DD`. */
  capturedAt: string
  /** Milliseconds that the request took; absent where there was none, because the store had the answer. */
  ms?: number | undefined
  /** Whether the server said 304, and the body is the one it meant. */
  notModified?: boolean | undefined
}

/** Reads a folder's manifest; `undefined` where there is none. Throws SourceError `unparseable`. */
export function readManifest(folder: string): RecordedAnswer[] | undefined {
  const path = join(folder, 'manifest.json')
  let entries: unknown
  try {
    entries = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw broken(`JSON in ${path}`, cause instanceof Error ? cause.message : cause, cause)
  }
  if (!Array.isArray(entries)) throw broken(`an array in ${path}`, typeof entries)
  return entries.map((entry: unknown, index) => {
    // Keys we do not know, e.g. a note, stay with the entry.
    if (isAnswer(entry)) return entry
    throw broken(`${problemOf(entry)} in entry ${index} of ${path}`, entry)
  })
}

function isAnswer(entry: unknown): entry is RecordedAnswer {
  return problemOf(entry) === undefined
}

/** What the entry should have and has not; `undefined` where it is fine. */
function problemOf(entry: unknown): string | undefined {
  if (!isObject(entry)) return 'an object'
  const { url, method, requestHeaders, status, headers, file, body, capturedAt, ms } = entry
  if (typeof url !== 'string' || !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : ''))
    return 'an http or https "url"'
  if (method !== undefined && (typeof method !== 'string' || method === '')) return 'a "method"'
  if (
    requestHeaders !== undefined &&
    !(isObject(requestHeaders) && Object.values(requestHeaders).every(isText))
  )
    return '"requestHeaders" with string values'
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    return 'a "status" from 200 to 599'
  if (!isObject(headers) || !Object.entries(headers).every(isHeader))
    return '"headers" with string values'
  if (file !== undefined && (typeof file !== 'string' || file === '')) return 'a path as "file"'
  if (body !== undefined && typeof body !== 'string') return 'a string as "body"'
  if (file !== undefined && body !== undefined) return 'either "file" or "body"'
  const bodiless = status === 204 || (status >= 300 && status < 400)
  if (file === undefined && body === undefined && !bodiless) return '"file" or "body"'
  if (typeof capturedAt !== 'string' || !isMoment(capturedAt))
    return '"capturedAt" as YYYY-MM-DD or ISO 8601 ending in Z'
  if (ms !== undefined && (typeof ms !== 'number' || !(ms >= 0))) return 'a positive "ms"'
  return undefined
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isHeader([name, value]: [string, unknown]): boolean {
  return (
    /^[\w!#$%&'*+.^`|~-]+$/.test(name) &&
    typeof value === 'string' &&
    /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
  )
}

function isMoment(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z)?$/.test(text)) return false
  const time = Date.parse(text)
  // February 30 is read as March 2.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10))
}

function broken(expected: string, received: unknown, cause?: unknown): SourceError {
  return new SourceError('unparseable', { source: 'http', expected, received, cause })
}
