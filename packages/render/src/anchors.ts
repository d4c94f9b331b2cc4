/** What an anchor leads to. */
export type AnchorKind =
  | 'page'
  | 'front'
  | 'all'
  | 'frontBoards'
  | 'allBoards'
  | 'item'
  | 'source'
  | 'fact'

/** The `id` attributes of one page. The same issue always gets the same ones. */
export interface Anchors {
  of(kind: AnchorKind, id: string): string
}

/** Readable and sanitised; where two ids read the same, the later one is numbered. */
export function createAnchors(): Anchors {
  const known = new Map<string, string>()
  const taken = new Map<string, number>()
  const allot = (wanted: string): string => {
    const uses = (taken.get(wanted) ?? 0) + 1
    taken.set(wanted, uses)
    return uses === 1 ? wanted : allot(`${wanted}-${uses}`)
  }
  return {
    of(kind, id) {
      const key = `${kind} ${id}`
      const anchor = known.get(key) ?? allot(prefixes[kind] + slug(id))
      known.set(key, anchor)
      return anchor
    },
  }
}

const prefixes: Record<AnchorKind, string> = {
  page: '',
  front: '',
  all: 'all-',
  frontBoards: '',
  allBoards: 'all-',
  item: 'item-',
  source: 'source-',
  fact: 'fact-',
}

function slug(id: string): string {
  const safe = id.slice(0, 80).replace(/[^A-Za-z0-9._-]+/g, '-')
  return safe.replace(/^-+|-+$/g, '') || 'x'
}
