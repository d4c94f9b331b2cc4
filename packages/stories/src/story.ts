/** What it takes to tell two stories apart; what is absent tells nothing. Records with more fields keep them. */
export interface Story {
  /** Unique in its source, e.g. a feed item's guid. */
  id?: string | undefined
  url?: string | undefined
  title?: string | undefined
  /** ISO 8601 UTC. Without it a story is never merged by its title. */
  publishedAt?: string | undefined
  /** As readers know it, e.g. `'Ars Technica'`; by default the address's host. */
  outlet?: string | undefined
  /** The feed or page it was read from. Without it, equal ids tell nothing: every feed has its own. */
  sourceId?: string | undefined
}

/** Who told it, in lower case; `''` where nobody can say. */
export function outletOf({ outlet = '', url = '' }: Story): string {
  const name = outlet.trim().toLowerCase()
  if (name !== '' || !URL.canParse(url)) return name
  return new URL(url).hostname.replace(/^www\./, '')
}

/** What made two records one story. */
export type MatchRule = 'url' | 'id' | 'title'

/** One story, wherever it was told. */
export interface Cluster<S extends Story = Story> {
  /** The earliest telling. */
  primary: S
  /** The others, earliest first. */
  also: S[]
  /** Which rules joined them; empty for a single telling. */
  matchedBy: MatchRule[]
}
