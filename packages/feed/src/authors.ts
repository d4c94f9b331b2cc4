import { child, childrenOf, type Element } from './element.ts'
import type { FeedAuthor } from './feed.ts'
import type { Reading } from './reading.ts'
import { absoluteBase, hostOf, resolveUrl } from './resolve-url.ts'
import { firstText, readRssConstruct, readValue, textOf } from './text-construct.ts'

const longest = 500
const email = /(?:mailto:)?([^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"]{1,255})/
const address = /https?:\/\/[^\s<>()[\]"]+/i
const emptyBrackets = /\(\s*\)|\[\s*\]|<\s*>/g

// Sites that put several people into one `dc:creator`. Elsewhere `A, B` may be a person and an
// employer ("Jo Reporter, Daily Example"), which nothing in the text tells apart.
const hostsListingAuthors: ReadonlySet<string> = new Set([
  'arxiv.org',
  'export.arxiv.org',
  'rss.arxiv.org',
  'wired.com',
])

/**
 * A person as feeds write one: `Ada Example`, `ada@site.example (Ada Example)`,
 * `By Ada Example <ada@site.example>`, a name with an address. `undefined` where nothing is left.
 */
export function parsePerson(text: string): FeedAuthor | undefined {
  if (text.length > longest) return undefined
  let rest = text
  const url = address.exec(rest)?.[0]
  if (url !== undefined) rest = rest.replaceAll(url, ' ')
  const mail = email.exec(rest)?.[1]
  while (email.test(rest)) rest = rest.replace(email, ' ')
  const name = unwrap(
    rest
      .replace(emptyBrackets, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^by[\s:]+/i, ''),
  )
  const person: FeedAuthor = {}
  if (name !== '') person.name = name
  if (mail !== undefined) person.email = mail
  const link = resolveUrl(url)
  if (link !== undefined) person.url = link
  return Object.keys(person).length === 0 ? undefined : person
}

// `(Ada Example)` is a name in brackets; `Ada Example (Editor)` is all name.
function unwrap(name: string): string {
  const inner = /^(?:\(([^()]*)\)|\[([^[\]]*)\]|<([^<>]*)>|"([^"]*)")$/.exec(name)
  const text = inner?.slice(1).find((group) => group !== undefined) ?? name
  return text.replace(/^[\s,;-]+|[\s,;-]+$/g, '')
}

/** The authors an element names itself: its `author`, `dc:creator`, and where both lack a podcast's. */
export function readAuthors(
  element: Element,
  reading: Reading,
  host: string | undefined,
): FeedAuthor[] {
  const people: FeedAuthor[] = []
  for (const author of childrenOf(
    element,
    'author',
    'atom:author',
    'dc:creator',
    // No element of Dublin Core, but written all the same.
    'dc:author',
  )) {
    if (author.name.startsWith('dc:')) people.push(...splitCreators(plain(author, reading), host))
    else addPerson(people, readPerson(author, reading))
  }
  if (people.length === 0) {
    for (const author of childrenOf(element, 'itunes:author', 'googleplay:author')) {
      addPerson(people, parsePerson(plain(author, reading)))
    }
  }
  return uniquePeople(people)
}

function readPerson(author: Element, reading: Reading): FeedAuthor | undefined {
  const part = (...names: string[]) =>
    firstText(
      names.flatMap((name) => [child(author, `atom:${name}`), child(author, name)]),
      (found) => textOf(readRssConstruct(found, reading)),
    )
  const name = part('name')
  const mail = part('email')
  const uri = firstText(
    ['atom:uri', 'uri', 'atom:url', 'url'].map((key) => child(author, key)),
    (found) => resolveUrl(readValue(found, reading), absoluteBase(found.base, reading.base)),
  )
  if (name === undefined && mail === undefined && uri === undefined) {
    return parsePerson(plain(author, reading))
  }
  const person = name === undefined ? {} : (parsePerson(name) ?? {})
  if (mail !== undefined) person.email = mail.replace(/^mailto:/i, '')
  if (uri !== undefined) person.url = uri
  return Object.keys(person).length === 0 ? undefined : person
}

function plain(element: Element, reading: Reading): string {
  return textOf(readRssConstruct(element, reading)) ?? ''
}

function splitCreators(text: string, host: string | undefined): FeedAuthor[] {
  const isListing = host !== undefined && hostsListingAuthors.has(host)
  const separator = isListing ? /\s*[,;]\s+(?:and\s+)?|\s+and\s+/i : /\s*;\s+/
  const parts = text.split(separator).filter((part) => part !== '')
  const people = parts.length > 1 && parts.every(looksLikeName) ? parts : [text]
  return people.flatMap((person) => parsePerson(person) ?? [])
}

// One to five words, each with a capital or a particle, no digit: "Jr." and "PhD" are no people.
function looksLikeName(text: string): boolean {
  const words = text.split(' ')
  return (
    words.length <= 6 &&
    !/[\d@/]/.test(text) &&
    !/^(?:jr|sr|ph\.?d|m\.?d|ii|iii|inc|ltd|llc)\.?$/i.test(text) &&
    /\p{Lu}|\p{Lo}/u.test(text)
  )
}

function addPerson(people: FeedAuthor[], person: FeedAuthor | undefined): void {
  if (person !== undefined) people.push(person)
}

/** Each person once, by name or else by what is known; what several mentions say is joined. */
export function uniquePeople(people: readonly FeedAuthor[]): FeedAuthor[] {
  const unique = new Map<string, FeedAuthor>()
  for (const person of people) {
    const key = (person.name ?? person.email ?? person.url ?? '').toLowerCase()
    const known = unique.get(key)
    unique.set(key, known === undefined ? person : { ...person, ...known })
  }
  return [...unique.values()]
}

/** The host that decides how creators are split: the feed's, or its site's. */
export function listingHost(...urls: (string | undefined)[]): string | undefined {
  const hosts = urls.map(hostOf)
  return hosts.find((host) => host !== undefined && hostsListingAuthors.has(host)) ?? hosts[0]
}
