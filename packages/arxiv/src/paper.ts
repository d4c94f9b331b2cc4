/** One author, in the order of the paper. */
export interface Author {
  /** As the surface prints it, decoded, e.g. `'Mika V. Mäntylä'`. */
  name: string
  /** Where the surface tells them, e.g. `['University of Oulu']`; otherwise `[]`. */
  affiliations: string[]
}

/** How a paper entered the announced set of categories, see https://info.arxiv.org/help/rss_specifications.html. */
export type AnnouncementType = 'new' | 'cross' | 'replace' | 'replace-cross'

/** The mailing a paper was part of; it is not the day the paper was submitted. */
export interface Announcement {
  /** The day of the mailing in arXiv's own time (US Eastern), `YYYY-MM-DD`. */
  date?: string | undefined
  /** Relative to `category`: a `cross` paper has its home elsewhere. */
  type?: AnnouncementType | undefined
  /** The category or categories that were asked for, e.g. `'cs.SE'` or `'cs.SE+cs.PL'`. */
  category?: string | undefined
}

/** One version of a paper. */
export interface PaperVersion {
  /** 1 is the first. */
  version: number
  /** When the author submitted it, e.g. `'2026-04-09T17:59:58Z'`. */
  submittedAt?: string | undefined
  /** Size of the source, e.g. `133`. */
  kilobytes?: number | undefined
  /** arXiv's letters for the kind of source, e.g. `'D'`; `I` is an empty one: withdrawn. */
  sourceType?: string | undefined
  /** This version withdraws the paper. */
  withdrawn?: true | undefined
}

/** A surface of arXiv that papers are read from. */
export type Surface =
  | 'query-api'
  | 'daily-feed'
  | 'listing'
  | 'abstract-page'
  | 'abstract-text'
  | 'oai-arxiv'
  | 'oai-arxiv-raw'
  | 'oai-arxiv-old'
  | 'oai-dc'
  | 'metadata-snapshot'

/**
 * One paper, whichever surface of arXiv it was read from. Plain JSON. A list the surface says
 * nothing about is `[]`; any other unknown field is absent.
 */
export interface Paper {
  /** Without version, old ids without subject class, e.g. `'2604.01234'`, `'hep-th/9901001'`. */
  id: string
  /** 1 is the first; absent where the surface names none. */
  version?: number | undefined
  /** The abstract page of the current version, e.g. `'https://arxiv.org/abs/2604.01234'`. */
  url: string
  /** Readable text: TeX converted, one line. Never empty, but it may be `'0'` (2104.12255). */
  title: string
  /** Readable text: TeX converted, one paragraph. */
  abstract?: string | undefined
  /** Title and abstract as the surface has them: raw TeX, or arXiv's own partial conversion. */
  tex: { title: string; abstract?: string | undefined }
  authors: Author[]
  /** Who sent it in, e.g. `'Greg Chance'`; not always an author. */
  submitter?: string | undefined
  /** e.g. `'cs.SE'` */
  primaryCategory?: string | undefined
  /** arXiv's categories only, primary first, e.g. `['cs.SE', 'cs.AI']`. */
  categories: string[]
  /** Codes of the Mathematics Subject Classification, e.g. `['28A80']`. */
  mscClasses: string[]
  /** Codes of the ACM Computing Classification System of 1998, e.g. `['D.2.4']`. */
  acmClasses: string[]
  /** e.g. `['ANL-HEP-PR-07-12']` */
  reportNumbers: string[]
  /** When version 1 was submitted: ISO 8601 UTC. */
  submittedAt?: string | undefined
  /** When the version at hand was submitted: ISO 8601 UTC. */
  updatedAt?: string | undefined
  /** The day of `submittedAt`, `YYYY-MM-DD`, on a surface that has no time of day; absent beside `submittedAt`. */
  submittedOn?: string | undefined
  /** The day of `updatedAt`, `YYYY-MM-DD`, on a surface that has no time of day; absent beside `updatedAt`. */
  updatedOn?: string | undefined
  /** All versions, oldest first; `[]` where the surface does not list them. */
  history: PaperVersion[]
  announcement?: Announcement | undefined
  /** The author's comment, e.g. `'12 pages, 4 figures'`. */
  comment?: string | undefined
  /** Where it was published, e.g. `'Phys. Rev. D 76, 013009 (2007)'`. */
  journalRef?: string | undefined
  /** Of the published article, bare and not arXiv's own, e.g. `['10.1002/stvr.1804']`. */
  dois: string[]
  /** Address of the licence, e.g. `'http://creativecommons.org/licenses/by/4.0/'`. */
  license?: string | undefined
  /** Absent where the surface does not tell; `false` only where it would. */
  withdrawn?: boolean | undefined
  /** What this record was read from; several after `mergePapers`, the one that gave most first. */
  surfaces?: Surface[] | undefined
  /** Which surface a field was taken from, where surfaces disagree; `{}` for a single surface. */
  from: Record<string, string>
}
