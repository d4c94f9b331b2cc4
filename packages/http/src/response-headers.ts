import { isUtf8 } from 'node:buffer'
import type { HeaderRecord } from './exchange.ts'

const wire: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
])

const single: ReadonlySet<string> = new Set([
  'content-length',
  'date',
  'etag',
  'expires',
  'last-modified',
  'location',
  'retry-after',
])

/** Header values by name in lower case, without cookies. */
export function readHeaders(raw: Record<string, string | string[] | undefined>): HeaderRecord {
  const headers: Record<string, string> = {}
  for (const [name, values] of Object.entries(raw)) {
    // Cookies are neither kept nor sent nor shown, as in a browser's `fetch`.
    if (values === undefined || name === 'set-cookie' || name === 'set-cookie2') continue
    if (typeof values === 'string') headers[name] = values
    // These are one value and no list: joined they would be something the server never said.
    else if (single.has(name)) headers[name] = values[0] ?? ''
    else headers[name] = values.join(', ')
  }
  const location = headers['location']
  if (location !== undefined) headers['location'] = readLocation(location)
  return headers
}

/** Nothing where it holds what a `Response` may not, such as letters that are no Latin-1. */
export function readStatusText(text: string | undefined): string {
  return text !== undefined && /^[\t\x20-\x7e\x80-\xff]*$/.test(text) ? text : ''
}

/** Without those that describe the bytes of the wire, which the caller never sees. */
export function withoutWire(headers: HeaderRecord): HeaderRecord {
  const rest: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) if (!wire.has(name)) rest[name] = value
  return rest
}

/** Servers that write an address unescaped mostly write it as UTF-8, which arrives as Latin-1. */
function readLocation(value: string): string {
  if (/^[\0-\x7f]*$/.test(value)) return value
  const bytes = Buffer.from(value, 'latin1')
  const text = isUtf8(bytes) ? bytes.toString('utf8') : value
  return text.replace(/[^\0-\x7f]/gu, encodeURIComponent)
}
