import { child, type Element } from './element.ts'
import { authorRole, type ElementKind, hasRole, kind, kinds } from './element-kinds.ts'
import { readText } from './element-text.ts'
import type { FeedAuthor } from './feed.ts'
import { foldSpace } from './fold-space.ts'
import type { Reading } from './reading.ts'
import { absoluteBase, hostOf, resolveUrl } from './resolve-url.ts'
import { plainLine, readLine, readValue } from './text-construct.ts'
import { uniqueBy } from './unique.ts'

const podcastKinds = kinds('itunes:author googleplay:author')
const creatorKinds = kinds('dc:creator dc:author')
const nameKinds = kinds('atom:name name')
const emailKinds = kinds('atom:email email')
const uriKinds = kinds('atom:uri uri atom:url url atom:homepage homepage')
const sourceKind = kind('atom:source')

const longest = 500
// A name and nothing else, as most feeds write one: words of letters with single spaces between them.
const plainName = /^(?!by )[A-Za-z\u00c0-\u024f][\w.'\u00c0-\u024f]*(?:[ -][\w.'\u00c0-\u024f]+)*$/i
const email = /(?:mailto:)?([^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"]{1,255})/
const address = /https?:\/\/[^\s<>()[\]"]+/i
// Between two people who both have an address.
const beforeAnother = /(?<=@[^,;]*)[,;](?=[^,;]*@)/
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
  if (plainName.test(text)) return { name: text }
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

/**
 * The authors an element names itself: its `author`, `dc:creator`, and where both lack a podcast's.
 * `urls` tell whose feed it is.
 */
export function readAuthors(
  element: Element,
  reading: Reading,
  ...urls: readonly (string | undefined)[]
): FeedAuthor[] {
  const people: FeedAuthor[] = []
  for (const author of element.children) {
    const { kind: found } = author
    if (!hasRole(found, authorRole) || podcastKinds.includes(found)) continue
    if (creatorKinds.includes(found)) addEach(people, splitCreators(plain(author, reading), urls))
    else if (author.children.length > 0) addPerson(people, readPerson(author, reading))
    else addEach(people, plain(author, reading).split(beforeAnother))
  }
  if (people.length === 0) {
    for (const author of element.children) {
      if (podcastKinds.includes(author.kind)) addPerson(people, parsePerson(plain(author, reading)))
    }
  }
  return people.length > 1 ? uniquePeople(people) : people
}

/** The authors of an item, or of the feed it was taken from. */
export function readItemAuthors(
  item: Element,
  reading: Reading,
  url: string | undefined,
): FeedAuthor[] {
  const { fields } = reading
  const hasOwn = (fields.roles & authorRole) !== 0
  const own = hasOwn ? readAuthors(item, reading, url, reading.url, reading.base) : []
  const source = fields.first(sourceKind)
  return own.length > 0 || source === undefined
    ? own
    : readAuthors(source, reading, url, reading.url, reading.base)
}

/** A person as an element writes one: in parts, or in one text. */
export function readPerson(author: Element, reading: Reading): FeedAuthor | undefined {
  if (author.children.length === 0) return parsePerson(plain(author, reading))
  const name = firstPart(author, nameKinds, reading, readLine)
  const mail = firstPart(author, emailKinds, reading, readLine)
  const uri = firstPart(author, uriKinds, reading, readAddress)
  if (name === undefined && mail === undefined && uri === undefined) {
    return parsePerson(plain(author, reading))
  }
  const person = name === undefined ? {} : (parsePerson(name) ?? {})
  const address = mail?.replace(/^mailto:/i, '').trim()
  if (address) person.email = address
  if (uri !== undefined) person.url = uri
  return Object.keys(person).length === 0 ? undefined : person
}

// What the first part of one of these kinds that says something says.
function firstPart(
  author: Element,
  wanted: readonly ElementKind[],
  reading: Reading,
  read: (element: Element, reading: Reading) => string | undefined,
): string | undefined {
  for (const one of wanted) {
    const found = child(author, one)
    const text = found && read(found, reading)
    if (text !== undefined) return text
  }
  return undefined
}

function readAddress(element: Element, reading: Reading): string | undefined {
  return resolveUrl(readValue(element, reading), absoluteBase(element.base, reading.base))
}

// `ada@site.example <Ada Example>` is no tag.
const nameInAngles = /^[^<>]*<[^<>/=]+>\s*$/

function plain(element: Element, reading: Reading): string {
  const line = plainLine(element)
  if (line !== undefined) return line
  const { text, inline } = readText(element, reading)
  if (!inline && text.includes('@') && nameInAngles.test(text)) return foldSpace(text)
  return readLine(element, reading) ?? ''
}

function addEach(people: FeedAuthor[], texts: readonly string[]): void {
  for (const text of texts) addPerson(people, parsePerson(text))
}

// The people a text names that lists creators, as each is written.
function splitCreators(text: string, urls: readonly (string | undefined)[]): readonly string[] {
  if (!/[,;]|\sand\s/i.test(text)) return [text]
  const host = listingHost(urls)
  const isListing = host !== undefined && hostsListingAuthors.has(host)
  const separator = isListing ? /\s*[,;]\s+(?:and\s+)?|\s+and\s+/i : /\s*;\s+/
  const parts = text.split(separator).filter((part) => part !== '')
  // What is too long for one name is several, whatever they look like.
  const isSeveral =
    parts.length > 1 &&
    (text.length > longest || parts.every((part) => looksLikeName(part, isListing)))
  return isSeveral ? parts : [text]
}

// A few words with a capital among them, no digit: "Jr." and "PhD" are no people. Where lists are the rule, `danah boyd`
// is a name too.
function looksLikeName(text: string, isListing: boolean): boolean {
  const words = text.split(' ')
  return (
    words.length <= 6 &&
    !/[\d@/]/.test(text) &&
    !/^(?:jr|sr|ph\.?d|m\.?d|ii|iii|inc|ltd|llc)\.?$/i.test(text) &&
    (isListing || /\p{Lu}|\p{Lo}/u.test(text))
  )
}

function addPerson(people: FeedAuthor[], person: FeedAuthor | undefined): void {
  if (person !== undefined) people.push(person)
}

/** Each person once, by name or else by what is known; what several mentions say is joined. */
export function uniquePeople(people: FeedAuthor[]): FeedAuthor[] {
  return uniqueBy(
    people,
    ({ name, email: mail, url }) => (name ?? mail ?? url ?? '').toLowerCase(),
    (first, later) => ({ ...later, ...first }),
  )
}

// The host that decides how creators are split: the feed's, or its site's.
function listingHost(urls: readonly (string | undefined)[]): string | undefined {
  const hosts = urls.map(hostOf)
  return hosts.find((host) => host !== undefined && hostsListingAuthors.has(host)) ?? hosts[0]
}
