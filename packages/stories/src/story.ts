/** What it takes to tell two stories apart. Records with more fields keep them. */
export interface Story {
  /** Unique in its source, e.g. a feed item's guid. */
  id: string
  url: string
  title: string
  /** ISO 8601 UTC. Without it a story is never merged by its title. */
  publishedAt?: string | undefined
  /** As readers know it, e.g. `'Ars Technica'`. */
  outlet: string
  /** The feed or page it was read from. */
  sourceId: string
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
