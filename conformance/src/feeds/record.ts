export interface Person {
  name?: string | undefined
  email?: string | undefined
  url?: string | undefined
}

export interface Category {
  term?: string | undefined
  scheme?: string | undefined
  label?: string | undefined
}

export interface Medium {
  url?: string | undefined
  type?: string | undefined
  /** Bytes. */
  length?: number | undefined
}

/** What any parser can say of an item, under one set of names. */
export interface ItemRecord {
  id?: string | undefined
  url?: string | undefined
  title?: string | undefined
  summary?: string | undefined
  contentHtml?: string | undefined
  publishedAt?: string | undefined
  updatedAt?: string | undefined
  authors?: Person[] | undefined
  categories?: Category[] | undefined
  media?: Medium[] | undefined
  imageUrl?: string | undefined
  language?: string | undefined
  commentsUrl?: string | undefined
  podcast?:
    | {
        duration?: number | undefined
        season?: number | undefined
        episode?: number | undefined
        explicit?: boolean | undefined
      }
    | undefined
  geo?: { latitude?: number | undefined; longitude?: number | undefined } | undefined
}

/** What any parser can say of a feed. Every adapter fills in whatever its parser offers. */
export interface FeedRecord {
  title?: string | undefined
  url?: string | undefined
  feedUrl?: string | undefined
  description?: string | undefined
  language?: string | undefined
  updatedAt?: string | undefined
  imageUrl?: string | undefined
  authors?: Person[] | undefined
  items: ItemRecord[]
  hints?:
    | {
        ttl?: number | undefined
        skipHours?: number[] | undefined
        skipDays?: string[] | undefined
      }
    | undefined
}

/** A field that some parsers give as plain text, and others as the markup of the source. */
export type TextField = 'title' | 'summary' | 'description'

export interface FeedInput {
  /** Bytes, or text where the corpus says that text is given. */
  data: string | Uint8Array
  contentType?: string | undefined
  /** The address the feed was asked at. */
  url?: string | undefined
  /** Whether bodies are to be sanitized, by those that can. */
  sanitize: boolean
}

export interface Parser {
  parseFeed: (input: FeedInput) => FeedRecord | Promise<FeedRecord>
  /** As the parser reads dates; ISO 8601 UTC. */
  parseDate: (text: string) => string | undefined
}
