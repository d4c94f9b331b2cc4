import type { Warning } from '@inference-report/source'

/** Someone who wrote an item or publishes a feed. At least one field is known. */
export interface FeedAuthor {
  /** Plain text, e.g. `'Ada Example'`. */
  name?: string | undefined
  /** e.g. `'ada@site.example'` */
  email?: string | undefined
  /** Absolute, e.g. `'https://site.example/ada'`. */
  url?: string | undefined
}

/** A topic. Unique in its item, compared without case. */
export interface FeedCategory {
  /** e.g. `'cs.CL'` */
  term: string
  /** The vocabulary the term belongs to, as the source writes it, e.g. `'http://arxiv.org/schemas/atom'`. */
  scheme?: string | undefined
  /** For readers, where it differs from the term, e.g. `'Computation and Language'`. */
  label?: string | undefined
}

/** Why a file hangs on an item. */
export type MediaRole = 'enclosure' | 'content' | 'thumbnail' | 'image'

/** A file that belongs to an item. One per URL; what several elements say of it is merged. */
export interface FeedMedia {
  /** Absolute. */
  url: string
  /** Media type, e.g. `'audio/mpeg'`. */
  type?: string | undefined
  /** Bytes. */
  length?: number | undefined
  /** Pixels. */
  width?: number | undefined
  /** Pixels. */
  height?: number | undefined
  /** `enclosure` of RSS, Atom and JSON Feed; `content` and `thumbnail` of Media RSS; else `image`. */
  role: MediaRole
}

/** What podcast directories ask for. */
export interface FeedPodcast {
  /** Seconds. */
  duration?: number | undefined
  /** e.g. `2` */
  season?: number | undefined
  /** e.g. `14` */
  episode?: number | undefined
  /** e.g. `'full'`, `'trailer'`, `'bonus'` */
  episodeType?: string | undefined
  explicit?: boolean | undefined
  /** Absolute. */
  transcriptUrl?: string | undefined
  /** Absolute. */
  chaptersUrl?: string | undefined
}

/** One item or entry. */
export interface FeedItem {
  /** The source's own id, else the link, else `'hash:…'` of what the item says. Not always unique. */
  id: string
  /** What a reader opens. Absolute. */
  url?: string | undefined
  /** Plain text on one line, decoded. */
  title?: string | undefined
  /** Plain text on one line, whole, without tags. */
  summary?: string | undefined
  /** The body with absolute URLs; sanitized unless the caller asked otherwise. */
  contentHtml?: string | undefined
  /** ISO 8601 UTC, e.g. `'2026-11-20T09:30:00Z'`. */
  publishedAt?: string | undefined
  /** ISO 8601 UTC; only where the source gives it apart. */
  updatedAt?: string | undefined
  /** The date as the source writes it, where nobody could read it. */
  dateText?: string | undefined
  /** In Atom and JSON Feed an item without authors has its feed's, as their standards say. */
  authors: FeedAuthor[]
  categories: FeedCategory[]
  media: FeedMedia[]
  /** The best picture: of Media RSS, an enclosure, or the first in the body. Absolute. */
  imageUrl?: string | undefined
  /** BCP 47 as the source writes it, e.g. `'en-GB'`; the feed's where the item has none. */
  language?: string | undefined
  /** The page of comments. Absolute. */
  commentsUrl?: string | undefined
  /** Everything that may name this item elsewhere, best first: id, link, original link. */
  idCandidates: string[]
  podcast?: FeedPodcast | undefined
  /** Degrees, WGS 84. */
  geo?: { latitude: number; longitude: number } | undefined
  /**
   * Text of elements of other vocabularies, e.g. `{ 'arxiv:announce_type': ['new'] }`; and by its address what
   * the caller asked for, e.g. `{ 'http://ns.example/': { price: ['3'] } }`, names in lower case.
   */
  extensions: Record<string, string[] | Record<string, string[]>>
}

/** What a feed asks of those who fetch it. */
export interface FeedHints {
  /** Minutes it may be cached. */
  ttl?: number | undefined
  /** Hours of the day, UTC, 0–23, in which not to ask. */
  skipHours?: number[] | undefined
  /** English names, e.g. `'Saturday'`. */
  skipDays?: string[] | undefined
  /** `hourly`, `daily`, `weekly`, `monthly` or `yearly`. */
  updatePeriod?: string | undefined
  /** Updates in one period. */
  updateFrequency?: number | undefined
  /** ISO 8601 UTC. */
  updateBase?: string | undefined
  /** WebSub hub. Absolute. */
  hubUrl?: string | undefined
  /** The next page of the feed. Absolute. */
  nextUrl?: string | undefined
}

/** Any feed, in one shape. Plain JSON. */
export interface Feed {
  /** `cdf` is the Channel Definition Format of 1997. */
  format: 'rss' | 'rdf' | 'atom' | 'json' | 'cdf'
  /** As the feed says it, e.g. `'2.0'`, `'1.0'`, `'0.91'`. */
  version?: string | undefined
  /** Plain text. */
  title?: string | undefined
  /** The site. Absolute. */
  url?: string | undefined
  /** The feed itself: its `self` link where that can be true, else the address it was asked at. */
  feedUrl?: string | undefined
  /** Plain text. */
  description?: string | undefined
  /** e.g. `'en-us'` */
  language?: string | undefined
  /** ISO 8601 UTC */
  updatedAt?: string | undefined
  /** Absolute. */
  imageUrl?: string | undefined
  authors: FeedAuthor[]
  /** In the order of the document, which need not be by date. */
  items: FeedItem[]
  hints: FeedHints
  /** Every repair. None for a clean feed. */
  warnings: Warning[]
}
