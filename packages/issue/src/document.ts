/** How a source fared. Each renders differently; only `ok` needs no word of explanation. */
export type SourceState = 'ok' | 'quiet' | 'stale' | 'drift' | 'failed'

/** A defect of a source that was worked around. */
export interface IssueWarning {
  /** Stable, e.g. `'undated-items'`. */
  code: string
  /** One plain sentence. */
  message: string
}

/** Where records of this issue came from, and in what state it was found. */
export interface IssueSource {
  /** e.g. `'openai'` */
  id: string
  /** As readers know it, e.g. `'OpenAI News'`. */
  name: string
  /** The address that was read. */
  url: string
  state: SourceState
  /** Why it is `stale`, `drift` or `failed`, in plain words; absent otherwise. */
  reason?: string | undefined
  /** ISO 8601 UTC, or `YYYY-MM-DD` where only the day is known. */
  capturedAt?: string | undefined
  /** HTTP status of the answer, e.g. `200`. */
  status?: number | undefined
  /** Of the bytes received, 64 hex digits; where a source took several answers, of their hashes, one a line. */
  sha256?: string | undefined
  /** How many items of this issue come from it. */
  items: number
  warnings: IssueWarning[]
}

interface ItemBase {
  /** Unique in the issue. What prose cites. */
  id: string
  /** Id of an entry of `sources`. */
  sourceId: string
  /** Where a reader can check the item. */
  url: string
}

/** A lab's announcement or a story on the wire. */
export interface HeadlineItem extends ItemBase {
  title: string
  /** e.g. `'Ars Technica'` */
  outlet: string
  /** ISO 8601 UTC */
  publishedAt: string
  /** True where the source gives the day only; the time of `publishedAt` then means nothing. */
  dateOnly?: boolean | undefined
  /** Plain text. */
  summary?: string | undefined
  authors: string[]
  /** The same story elsewhere. */
  also: { outlet: string; url: string; sourceId: string }[]
}

/** One arXiv paper. */
export interface PaperItem extends ItemBase {
  title: string
  /** Readable text, whole. */
  abstract?: string | undefined
  authors: string[]
  /** e.g. `'cs.SE'` */
  primaryCategory?: string | undefined
  categories: string[]
  /** `YYYY-MM-DD` */
  announcedOn?: string | undefined
  /** e.g. `'new'`, `'cross'` */
  announceType?: string | undefined
  comment?: string | undefined
}

/** How a row moved against the section's baseline. */
export interface RowMovement {
  kind: 'new' | 'same' | 'up' | 'down'
  rankBefore?: number | undefined
  /** Positive is a climb. */
  rankChange?: number | undefined
  /** In the unit of the board's first column. */
  scoreChange?: number | undefined
}

/** One row of a board's full table. */
export interface LeaderboardItem extends ItemBase {
  /** As the board prints it, e.g. `'GPT-5.3 Codex (xhigh)'`. */
  name: string
  /** The model without its effort, e.g. `'GPT-5.3 Codex'`: what the front page prints. */
  model: string
  /** Rank among models, each taken by its best row; only that row has one. */
  modelRank?: number | undefined
  organization?: string | undefined
  effort?: string | undefined
  /** Rank among all rows; ties share one; absent without a score. */
  rank?: number | undefined
  /** By column key. An unknown value has no key. */
  values: Record<string, number>
  /** e.g. `'estimated'`, `'contaminated'` */
  flags: string[]
  /** Of the row, among all rows. Absent where the section has no baseline. */
  movement?: RowMovement | undefined
  /** Of the model, among models, each taken by its best row; beside `modelRank`. */
  modelMovement?: RowMovement | undefined
}

/** A trending repository. */
export interface RepositoryItem extends ItemBase {
  rank: number
  owner: string
  name: string
  description?: string | undefined
  language?: string | undefined
  stars?: number | undefined
  forks?: number | undefined
  /** In the section's period. */
  starsGained?: number | undefined
}

/** One model of the reference table. */
export interface ModelItem extends ItemBase {
  name: string
  organization?: string | undefined
  openWeights?: boolean | undefined
  inputModalities: string[]
  contextWindowTokens?: number | undefined
  releasedOn?: string | undefined
}

/** A sentence, and the ids of the facts and items that bear it out. */
export interface Sentence {
  text: string
  supports: string[]
}

export interface Paragraph {
  sentences: Sentence[]
}

interface SectionBase {
  /** Unique in the issue, e.g. `'labs'`. */
  id: string
  /** e.g. `'AI Labs'` */
  heading: string
  /** e.g. `'Agentic coding on real-world software engineering tasks'` */
  subtitle?: string | undefined
  /** e.g. `'Intelligence Index'` */
  badge?: string | undefined
  /** Words of the link to the whole list, e.g. `'All labs'`. */
  allLabel: string
  /** What stands where a healthy source had nothing, e.g. `'No lab headlines.'`. */
  emptyText: string
  state: SourceState
  /** Why the state is not `ok`, and what is missing, in plain words. */
  note?: string | undefined
  /** How many of `items` the front page shows. */
  featured: number
  /** Ids of `sources`. */
  sourceIds: string[]
  commentary?: { paragraphs: Paragraph[]; byline: string } | undefined
}

export interface HeadlinesSection extends SectionBase {
  kind: 'headlines'
  items: HeadlineItem[]
}

export interface PapersSection extends SectionBase {
  kind: 'papers'
  items: PaperItem[]
}

/** How to print a column: `score` 57.2 or 54, `percent` 62.7%, `integer` 2,120,660, `usd` $4.50. */
export type ColumnFormat = 'score' | 'percent' | 'integer' | 'usd'

export interface LeaderboardColumn {
  /** Key into `items[].values`. */
  key: string
  /** e.g. `'tok/s'` */
  label: string
  format: ColumnFormat
  /** In plain words, e.g. `'USD per million tokens, three input to one output'`. */
  description?: string | undefined
  /** True where the values are computed by us. */
  derived?: boolean | undefined
  /** Whether the front page shows it; the full table shows all. */
  front: boolean
}

/** Which snapshot of which board, and what it is compared with. */
export interface BoardReference {
  board: string
  /** Only snapshots of one series are compared. */
  series: string
  snapshotId: string
  version?: string | undefined
  window?: { from: string; to: string } | undefined
  capturedAt?: string | undefined
  /** Where to see the board itself. */
  url: string
  attribution?: { text: string; url: string } | undefined
  /** The snapshot that movements are against; absent where there is none yet. */
  baseline?: { snapshotId: string; capturedAt?: string | undefined } | undefined
}

export interface LeaderboardSection extends SectionBase {
  kind: 'leaderboard'
  /** Absent where the board could not be read. */
  board?: BoardReference | undefined
  columns: LeaderboardColumn[]
  items: LeaderboardItem[]
}

export interface RepositoriesSection extends SectionBase {
  kind: 'repositories'
  period: 'daily' | 'weekly' | 'monthly'
  items: RepositoryItem[]
}

export interface ModelsSection extends SectionBase {
  kind: 'models'
  items: ModelItem[]
}

export type Section =
  | HeadlinesSection
  | PapersSection
  | LeaderboardSection
  | RepositoriesSection
  | ModelsSection

export type SectionItem = Section['items'][number]

/** One thing that the data of this issue show. Prose may say nothing else. */
export interface Fact {
  /** Unique in the issue, e.g. `'artificial-analysis.leader'`. */
  id: string
  /** e.g. `'leader'`, `'no-baseline'`, `'count'`, `'source-failed'` */
  kind: string
  /** What it is about, e.g. a board, section or source id. */
  scope: string
  /** e.g. `'points'`, `'papers'` */
  unit?: string | undefined
  value: number | string | boolean
  /** Ids of snapshots, items or sources it was computed from. */
  inputs: string[]
  /** The fact in one plain sentence. */
  sentence: string
}

export interface Editorial {
  paragraphs: Paragraph[]
  /** e.g. `'Grant Calloway'` */
  byline: string
  /** What wrote it: `'templates'`, or the name of a language model. */
  writer: string
}

/** A line chart, with its data. */
export interface Chart {
  id: string
  title: string
  unit: string
  series: { name: string; points: { on: string; value: number }[] }[]
  /** Ids of snapshots it was drawn from. */
  inputs: string[]
}

/** One issue, frozen: pages, e-mail, feeds and text are drawings of it. */
export interface Issue {
  schemaVersion: 1
  publication: {
    /** e.g. `'The Inference Report'` */
    name: string
    url?: string | undefined
    /** BCP 47, e.g. `'en'`. */
    language: string
    /** Stands on top of every page, e.g. that the issue is a sample. */
    notice?: string | undefined
  }
  /** `YYYY-MM-DD` */
  date: string
  /** 1 for the first; a changed issue of the same date is a new revision. */
  revision: number
  /** IANA name the date is counted in, e.g. `'UTC'`. */
  timeZone: string
  /** What the dated items may be from: after `from`, until `to`. ISO 8601 UTC. */
  window: { from: string; to: string }
  /** The issue before this one; absent for a first issue. */
  previous?: { date: string; revision: number; hash: string } | undefined
  sections: Section[]
  editorial: Editorial
  facts: Fact[]
  charts: Chart[]
  sources: IssueSource[]
  /** SHA-256 of the canonical JSON of all the rest, 64 hex digits. */
  hash: string
}

/** An issue before it is frozen. */
export type IssueDraft = Omit<Issue, 'hash' | 'schemaVersion'>
