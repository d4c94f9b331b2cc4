/** What a name means to the readers. Kinds of known names exist once, so they are compared by identity. */
export interface ElementKind {
  /** As `Scope.kindOf` gives it, e.g. `'atom:title'`. */
  readonly name: string
  /** Position in the table of known names; `unknownKind` for all others. */
  readonly id: number
  /** Its roles: a sum of the constants below. */
  readonly roles: number
}

/** Content is text or markup for a reader; what is inside is never a field. */
export const markupRole = 1
/** Holds a value and no element. One that is not closed ends where the next field begins. */
export const valueRole = 2
/** A reader looks for it in an item or a head, so that it ends an unclosed value. */
export const fieldRole = 4
export const itemRole = 8
/** Holds items. */
export const containerRole = 16
export const mediaRole = 32
export const authorRole = 64
export const categoryRole = 128
export const podcastRole = 256
export const geoRole = 512
/** Of a vocabulary without fields of its own here: its text goes into `extensions`. */
export const extensionRole = 1024
/** Of Atom, whose texts say what they are. */
export const atomRole = 2048

/** The `id` of every name that no reader asks for. */
const unknownKind = 0

const namesOfRoles: readonly (readonly [number, string])[] = [
  [
    markupRole | fieldRole,
    'title description abstract summary content fulltext copyright body fullitem content:encoded atom:title atom:subtitle ' +
      'atom:tagline atom:info atom:summary atom:content atom:rights atom:copyright xhtml:body xhtml:div ' +
      'media:title media:description media:text itunes:title itunes:summary itunes:subtitle ' +
      'googleplay:description dc:title dc:description dcterms:abstract',
  ],
  [
    valueRole | fieldRole,
    'link guid pubdate category comments language lastbuilddate ttl generator atom:id atom:link ' +
      'atom:updated atom:published atom:modified atom:issued atom:created atom:category dc:creator dc:date ' +
      'dc:subject dc:language enclosure media:thumbnail',
  ],
  [fieldRole, 'author source image atom:author atom:source media:content media:group'],
  [valueRole, 'itunes:image atom:name atom:email atom:uri'],
  [itemRole, 'item atom:entry'],
  [containerRole, 'channel atom:feed rdf:rdf rss items'],
  [
    mediaRole,
    'enclosure atom:link atom:content media:content media:thumbnail image itunes:image itunes:link googleplay:image media:group ' +
      'media:peerlink',
  ],
  // `dc:author` is no element of Dublin Core, but written all the same.
  [authorRole, 'author atom:author dc:creator dc:author itunes:author googleplay:author'],
  [
    categoryRole,
    'category atom:category dc:subject itunes:category media:category categories tags itunes:keywords',
  ],
  [
    podcastRole,
    'itunes:duration itunes:season podcast:season itunes:episode podcast:episode itunes:episodetype ' +
      'itunes:explicit podcast:transcript podcast:chapters',
  ],
  [geoRole, 'georss:where georss:point geo:point geo:lat geo:long geo:lon'],
]

// Vocabularies, and names of others, whose elements are read into fields of their own.
const readPrefixes: ReadonlySet<string> = new Set(
  'atom content media itunes googleplay podcast rdf xhtml georss gml geo foreign'.split(' '),
)
const readNames: ReadonlySet<string> = new Set(
  'dc:title dc:creator dc:author dc:date dc:subject dc:description dc:language dcterms:abstract'.split(
    ' ',
  ),
)

const rolesOfName: ReadonlyMap<string, number> = collectRoles()
const known: Map<string, ElementKind> = new Map()

function collectRoles(): Map<string, number> {
  const collected = new Map<string, number>()
  for (const [roles, names] of namesOfRoles) {
    for (const name of names.split(' ')) collected.set(name, (collected.get(name) ?? 0) | roles)
  }
  return collected
}

/** The kinds of these names, in their order: what a reader asks for. Called while modules load only. */
export function kinds(names: string): readonly ElementKind[] {
  return names.split(' ').map((name) => {
    let kind = known.get(name)
    if (kind === undefined) {
      kind = { name, id: known.size + 1, roles: rolesOf(name) }
      known.set(name, kind)
    }
    return kind
  })
}

/** The kind of one name: see `kinds`. */
export function kind(name: string): ElementKind {
  return kinds(name)[0] ?? { name, id: unknownKind, roles: 0 }
}

/** The kind of any name a document may hold. */
export function kindOfName(name: string): ElementKind {
  return known.get(name) ?? { name, id: unknownKind, roles: rolesOf(name) }
}

/** How many kinds are known, `unknownKind` included. */
export function countKinds(): number {
  return known.size + 1
}

function rolesOf(name: string): number {
  const isAtom = name.startsWith('atom:')
  const roles = (rolesOfName.get(name) ?? 0) | (isAtom ? atomRole : 0)
  const colon = name.indexOf(':')
  const isRead = colon < 1 || readPrefixes.has(name.slice(0, colon)) || readNames.has(name)
  return isRead ? roles : roles | extensionRole
}

/** Whether a reader may ask for it: for any other name none does. */
export function isNamed({ id, roles }: ElementKind): boolean {
  return id !== unknownKind || roles !== 0
}

export function hasRole(kind: ElementKind, role: number): boolean {
  return (kind.roles & role) !== 0
}
