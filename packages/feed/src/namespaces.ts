import { ownText } from './characters.ts'
import { type ElementKind, kindOfName } from './element-kinds.ts'

/** The vocabularies the readers know, by the prefix they are read under. `''` is RSS itself. */
const prefixOfUri: ReadonlyMap<string, string> = new Map([
  ['purl.org/rss/1.0', ''],
  ['purl.org/net/rss1.1', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['backend.userland.com/rss', ''],
  ['backend.userland.com/rss2', ''],
  ['backend.userland.com/rss20', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['cyber.law.harvard.edu/rss/rss.html', ''],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['example.com/newformat', 'atom'],
  ['purl.org/echo/ns', 'atom'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/syndication/thread/1.0', 'thr'],
  ['wellformedweb.org/commentapi', 'wfw'],
  ['search.yahoo.com/mrss', 'media'],
  ['tools.search.yahoo.com/mrss', 'media'],
  ['video.search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['podcastindex.org/namespace/1.0', 'podcast'],
  ['github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md', 'podcast'],
  ['google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['georss.org/georss', 'georss'],
  ['opengis.net/gml', 'gml'],
  ['w3.org/2003/01/geo/wgs84_pos', 'geo'],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['w3.org/xml/1998/namespace', 'xml'],
  ['prismstandard.org/namespaces/basic/2.0', 'prism'],
  ['prismstandard.org/namespaces/1.2/basic', 'prism'],
  ['arxiv.org/schemas/atom', 'arxiv'],
  ['a9.com/-/spec/opensearch/1.1', 'opensearch'],
  ['a9.com/-/spec/opensearchrss/1.0', 'opensearch'],
])

// What an undeclared prefix, or one bound to an address nobody knows, most likely means.
const knownPrefixes: ReadonlySet<string> = new Set([
  ...[...prefixOfUri.values()].filter((prefix) => prefix !== ''),
  'atom10',
  'a10',
  'rss',
])
const aliases: Readonly<Record<string, string>> = { atom10: 'atom', a10: 'atom', rss: '' }

// Declarations nested deeper than this are not looked at: a lookup climbs all of them.
const deepestScope = 32

// Names beyond this are worked out each time: a scope outlives its document.
const mostKinds = 256
const longestName = 64

/** Which vocabulary each prefix means at one place of a document. */
export class Scope {
  readonly #parent: Scope | undefined
  readonly #declared: ReadonlyMap<string, string>
  readonly #kinds: Map<string, ElementKind> = new Map()
  /** Whether it is one that is remembered, so that others may remember it too. */
  isKnown = false
  readonly #depth: number
  /** What an element without a prefix belongs to where no declaration says otherwise. */
  readonly #fallback: string

  constructor(fallback: string, declared: ReadonlyMap<string, string>, parent?: Scope | undefined) {
    this.#fallback = fallback
    this.#declared = declared
    this.#parent = parent
    this.#depth = parent === undefined ? 0 : parent.#depth + 1
  }

  /** The scope inside an element with these declarations. */
  within(declared: ReadonlyMap<string, string>): Scope {
    return declared.size === 0 || this.#depth >= deepestScope
      ? this
      : new Scope(this.#fallback, declared, this)
  }

  /**
   * What an element is read as, whatever prefix the document chose: `title`, `atom:title`,
   * `media:content`. Names of vocabularies we do not know keep their prefix.
   */
  kindOf(raw: string): ElementKind {
    let kind = this.#kinds.get(raw)
    if (kind === undefined) {
      const own = ownText(raw)
      kind = kindOfName(this.#resolve(own))
      if (this.#kinds.size < mostKinds && own.length <= longestName) this.#kinds.set(own, kind)
    }
    return kind
  }

  /** The comparable address of the vocabulary a name belongs to, where one is declared. */
  namespaceOf(raw: string): string | undefined {
    const colon = raw.indexOf(':')
    return this.#uriOf(colon === -1 ? '' : raw.slice(0, colon))
  }

  #resolve(raw: string): string {
    const colon = raw.indexOf(':')
    const prefix = colon === -1 ? '' : raw.slice(0, colon)
    const local = raw.slice(colon + 1)
    const uri = this.#uriOf(prefix)
    const known = uri === undefined ? undefined : prefixOfUri.get(uri)
    if (known !== undefined) return qualify(known, local)
    if (prefix === '') return qualify(uri === undefined ? this.#fallback : 'foreign', local)
    return qualify(knownPrefixes.has(prefix) ? (aliases[prefix] ?? prefix) : prefix, local)
  }

  // The declarations of the root say nothing about names without a prefix: an RSS document that
  // declares a default namespace is still read as RSS.
  #uriOf(prefix: string): string | undefined {
    if (this.#parent === undefined && prefix === '') return undefined
    const own = this.#declared.get(prefix)
    if (own !== undefined) return own === '' ? undefined : own
    return this.#parent === undefined ? undefined : this.#parent.#uriOf(prefix)
  }
}

function qualify(prefix: string, local: string): string {
  return prefix === '' ? local : `${prefix}:${local}`
}

/** The declarations among an element's attributes, by prefix; `''` is the default one. */
export function readDeclarations(attributes: ReadonlyMap<string, string>): Map<string, string> {
  const declared = new Map<string, string>()
  for (const [name, value] of attributes) {
    if (name === 'xmlns') declared.set('', comparable(value))
    else if (name.startsWith('xmlns:')) declared.set(name.slice(6), comparable(value))
  }
  return declared
}

/** Whether an address names a version of Atom, the drafts of 2003 included. */
export function isAtom(uri: string): boolean {
  return /atom/i.test(uri) || prefixOfUri.get(comparable(uri)) === 'atom'
}

/** Addresses a caller asks for, by how they compare. */
export function askedNamespaces(addresses: readonly string[]): ReadonlyMap<string, string> {
  return new Map(addresses.map((address) => [comparable(address), address]))
}

// Seen: https for http, a missing or an added slash or `#`, any case (`.../DTDs/PodCast-1.0.dtd`).
function comparable(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/#]{1,8}$/, '')
}
