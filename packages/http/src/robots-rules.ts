import robotsModule from 'robots-parser'

interface Robots {
  isAllowed(url: string, product: string): boolean | undefined
  getCrawlDelay(product: string): number | undefined
}

/** What a robots.txt says to us. */
export interface RobotsRules {
  allows(url: URL): boolean
  /** Milliseconds between requests, at most an hour. */
  crawlDelayMs: number | undefined
}

export const allowAll: RobotsRules = { allows: () => true, crawlDelayMs: undefined }

/** As much as RFC 9309 asks to read; the rest of a longer file is not looked at. */
const maxBytes = 500 * 1024

// Characters compared are rules × address: more than this is no robots.txt, but an attack on its readers.
const maxWork = 50_000_000

const used: ReadonlySet<string> = new Set(['user-agent', 'allow', 'disallow', 'crawl-delay'])

/**
 * Reads a robots.txt for one crawler.
 *
 * @param product The first word of a `User-Agent`, see `productOf`.
 * @see https://www.rfc-editor.org/rfc/rfc9309
 */
export function readRobots(origin: string, body: Uint8Array, product: string): RobotsRules {
  const text = new TextDecoder().decode(body.subarray(0, maxBytes))
  let wildcards = 0
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => {
    const bare = line.replace(/#.*$/, '')
    const colon = bare.indexOf(':')
    const name = bare.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    // Other lines may stand between those of a group, and must not end it.
    if (!used.has(name)) return []
    const value = bare.slice(colon + 1).trim()
    if (name !== 'allow' && name !== 'disallow') return [`${name}: ${value}`]
    const pattern = withPlainDollars(canonical(value))
    if (pattern.includes('*')) wildcards += pattern.length
    return [`${name}: ${pattern}`]
  })
  const robots = parseRules(robotsModule, `${origin}/robots.txt`, lines.join('\n'))
  const delay = robots.getCrawlDelay(product)
  return {
    allows(url) {
      if (url.pathname === '/robots.txt') return true
      const path = withoutSigns(canonical(encodeLikeRules(`${url.pathname}${url.search}`)))
      if (wildcards * path.length > maxWork) return false
      return robots.isAllowed(`${origin}${path}`, product) !== false
    },
    crawlDelayMs:
      delay !== undefined && delay > 0 ? Math.min(Math.ceil(delay * 1000), 3_600_000) : undefined,
  }
}

/** The name that a robots.txt knows a crawler by, e.g. `'example-news'` of `example-news/1.2 (+…)`. */
export function productOf(userAgent: string): string {
  return /^[^\s/;()]{1,100}/.exec(userAgent)?.[0] ?? '*'
}

/** The library is the function itself, which its types, of an ES module, do not know. */
function parseRules(parse: unknown, url: string, text: string): Robots {
  if (!isParser(parse)) throw new TypeError('robots-parser is no function')
  return parse(url, text)
}

function isParser(parse: unknown): parse is (url: string, text: string) => Robots {
  return typeof parse === 'function'
}

// The library compares text; `%7E` and `~` are the same character, `%2F` and `/` are not.
function canonical(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (octet, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16))
    return /[\w.~-]/.test(character) ? character : octet.toUpperCase()
  })
}

/** It writes rules as `encodeURI` does, but leaves in an address what `URL` leaves, such as `[` and `|`. */
function encodeLikeRules(path: string): string {
  return encodeURI(path).replaceAll('%25', '%')
}

// A rule means these two characters themselves by writing `%2A` and `%24`:
// https://www.rfc-editor.org/rfc/rfc9309#section-2.2.3
function withoutSigns(path: string): string {
  return path.replaceAll('*', '%2A').replaceAll('$', '%24')
}

/** Only at the end of a rule is it a sign. */
function withPlainDollars(rule: string): string {
  return rule.replace(/\$(?!$)/g, '%24')
}
