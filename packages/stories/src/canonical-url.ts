import { storyFragment } from './fragment.ts'
import { insideAmpViewer, primaryHost } from './hosts.ts'
import { isTracking } from './tracking-parameters.ts'

// Longer ones are data, not addresses.
const maximumLength = 8192

/**
 * One address for one story: what to compare links by. `https`, host in lower case and without
 * default port, no user name, no tracking parameters (the others keep their order and spelling), no trailing slash,
 * no fragment unless it names an entry of its page, the site's own address for known mobile and AMP
 * twins. Never throws: what is no http address is returned trimmed. Idempotent.
 */
export function canonicalUrl(url: string): string {
  const trimmed = url.trim()
  const parsed = parseHttp(trimmed)
  if (parsed === undefined) return trimmed
  const host = primaryHost(parsed.hostname.replace(/(?<!\.)\.$/, ''))
  if (host === '') return trimmed
  // On another port than the default there is often no https to be had.
  const scheme = parsed.port === '' ? 'https:' : parsed.protocol
  const port = parsed.port === '' ? '' : `:${parsed.port}`
  const path = storyPath(parsed.pathname)
  const query = storyQuery(parsed.search.slice(1), host)
  const fragment = storyFragment(parsed.hash.slice(1), path)
  return [
    `${scheme}//${host}${port}${path}`,
    query === '' ? '' : `?${query}`,
    fragment === '' ? '' : `#${fragment}`,
  ].join('')
}

function parseHttp(text: string): URL | undefined {
  if (text.length > maximumLength || !/^https?:/i.test(text) || !URL.canParse(text))
    return undefined
  const parsed = new URL(text)
  // Who asks is no part of what is asked for.
  parsed.username = ''
  parsed.password = ''
  const inside = insideAmpViewer(parsed.href)
  if (inside === undefined) return parsed
  // What is inside was part of a path: only now is its host read as one.
  return URL.canParse(inside) ? (parseHttp(inside) ?? parsed) : parsed
}

function storyPath(path: string): string {
  const even = evenEscapes(path)
    // "https://status.openai.com//incidents/…" in that site's own feed.
    .replace(/^\/{2,}/, '/')
    .replace(/\/+$/, '')
  // Only behind a date or a slug: "/guitars/amp" is a page about amplifiers.
  const plain = even.replace(/(?:\/+amp)+$/, '')
  return (/\d{4}|-[^/]*-/.test(plain) ? plain : even) || '/'
}

function storyQuery(query: string, host: string): string {
  return query
    .split('&')
    .filter((part) => {
      const [name = '', ...value] = part.split('=')
      return part !== '' && !isTracking(decode(name), decode(value.join('=')), host)
    })
    .map(evenEscapes)
    .join('&')
}

/** One spelling for an escape, as RFC 3986 §6.2.2 has it; a text with a broken escape stays as it is. */
function evenEscapes(text: string): string {
  if (/%(?![0-9a-f]{2})/i.test(text)) return text
  return text.replace(/%([0-9a-f]{2})/gi, (spelled, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return /[\w.~-]/.test(character) ? character : spelled.toUpperCase()
  })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A broken escape: the raw text is the name then.
    return text
  }
}
