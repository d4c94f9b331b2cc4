import type { Answer } from './exchange.ts'
import { mediaKindOf } from './media-type.ts'

// Headers that say outright: this is a puzzle for browsers, not the page.
const headerMarks: readonly [string, RegExp][] = [
  ['cf-mitigated', /^challenge/i],
  ['x-amzn-waf-action', /^(?:challenge|captcha)/i],
  ['x-vercel-mitigated', /^challenge/i],
]

// What such pages hold, for hosts that send no header. Looked for only in short HTML.
const bodyMarks: readonly [string, RegExp][] = [
  ['Cloudflare', /<title>Just a moment\.\.\.<\/title>|\/cdn-cgi\/challenge-platform\//],
  ['Imperva', /_Incapsula_Resource/],
  ['DataDome', /captcha-delivery\.com/],
  ['PerimeterX', /id="px-captcha"/],
  ['Sucuri', /sucuri_cloudproxy_js/],
  ['Anubis', /id="anubis_challenge"/],
]

/** What asks for a browser or a person instead of answering, e.g. `'cf-mitigated: challenge'`. */
export function challengeIn({ headers, body }: Answer): string | undefined {
  for (const [name, pattern] of headerMarks) {
    const value = headers[name]
    if (value !== undefined && pattern.test(value)) return `${name}: ${value.slice(0, 40)}`
  }
  if (body.byteLength > 50_000 || !/html/i.test(headers['content-type'] ?? '')) return undefined
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
  const found = bodyMarks.find(([, pattern]) => pattern.test(text))
  return found && `a challenge page of ${found[0]}`
}

/** Whether HTML came where the caller takes, or the address has always given, something else. */
export function isUnexpectedHtml(
  { status, headers, body }: Answer,
  accept: string | undefined,
  before: string | undefined,
): boolean {
  if (status !== 200 || body.byteLength === 0) return false
  const wanted = accept ?? before
  if (wanted === undefined || /html|\*\/\*|text\/\*/i.test(wanted)) return false
  if (!/xml|json|rss|atom/i.test(wanted)) return false
  return mediaKindOf(body, headers['content-type']) === 'html'
}
