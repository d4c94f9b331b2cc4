export type { WarningOptions } from './abstract-page.ts'
export { parseAbstractPage } from './abstract-page.ts'
export { parseAbstractText } from './abstract-text.ts'
export type { AnnouncementBatch, AnnouncementOptions } from './announcement.ts'
export type { ArxivId } from './arxiv-id.ts'
export { parseArxivId } from './arxiv-id.ts'
export { buildQuery } from './build-query.ts'
export type { DailyFeed } from './daily-feed.ts'
export { parseDailyFeed } from './daily-feed.ts'
export type { MailingSurface } from './fallback.ts'
export { fetchAnnouncement } from './fetch-announcement.ts'
export type { FetchPapersOptions, PaperBatch } from './fetch-papers.ts'
export { fetchPapers } from './fetch-papers.ts'
export type { FlowOptions, Retry } from './flow-options.ts'
export type { HarvestOptions, HarvestProgress, HarvestState } from './harvest.ts'
export { harvest } from './harvest.ts'
export type { Limiter, LimiterOptions, Turn, TurnOptions } from './limiter.ts'
export { createLimiter, unlimited } from './limiter.ts'
export type { Listing } from './listing.ts'
export { parseListing } from './listing.ts'
export type { ListingSection } from './listing-heading.ts'
export { mergePapers } from './merge-papers.ts'
export { parseMetadataLine } from './metadata-line.ts'
export type { MetadataOptions, TextSource } from './metadata-lines.ts'
export { readMetadataLines } from './metadata-lines.ts'
export { parseOai } from './oai.ts'
export type {
  OaiAnswer,
  OaiFormat,
  OaiHeader,
  OaiRepository,
  OaiRequest,
  OaiResumptionToken,
  OaiSet,
  OaiVerb,
} from './oai-answer.ts'
export type { OaiErrorCode } from './oai-error.ts'
export { oaiErrorCode } from './oai-error.ts'
export type {
  Announcement,
  AnnouncementType,
  Author,
  Paper,
  PaperVersion,
  Surface,
} from './paper.ts'
export { parseQuery } from './parse-query.ts'
export type { Query, QueryField, SubmittedWindow } from './query.ts'
export type { QueryFeed } from './query-feed.ts'
export { parseQueryFeed } from './query-feed.ts'
export type { QueryRequest, SortBy, SortOrder } from './query-url.ts'
export { buildQueryUrl, parseQueryUrl } from './query-url.ts'
export type { SearchOptions, SearchProgress } from './search-papers.ts'
export { searchPapers } from './search-papers.ts'
export type { Category } from './taxonomy.ts'
export { categories, findCategory } from './taxonomy.ts'
export { texToHtml } from './tex-to-html.ts'
export { texToText } from './tex-to-text.ts'
