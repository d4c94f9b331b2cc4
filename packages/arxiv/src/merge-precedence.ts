import type { Paper, Surface } from './paper.ts'

const short: Readonly<Record<string, Surface>> = {
  raw: 'oai-arxiv-raw',
  oai: 'oai-arxiv',
  old: 'oai-arxiv-old',
  dc: 'oai-dc',
  api: 'query-api',
  daily: 'daily-feed',
  listing: 'listing',
  page: 'abstract-page',
  text: 'abstract-text',
  snapshot: 'metadata-snapshot',
}

/**
 * Which surface is believed, field by field, best first. The reasons:
 *
 * - Text: raw TeX before text that arXiv has converted, which loses what its tables do not know.
 * - Authors: surfaces that hold them one by one before those with one line of names.
 * - Dates: to the second, with all versions, before one version's.
 * - Categories: surfaces that name the primary one before those that put it first.
 * - The metadata snapshot is of last week: after live surfaces with the same encoding.
 */
export const precedence: Readonly<Record<MergedField, readonly Surface[]>> = {
  title: by('raw daily text page snapshot old oai api listing dc'),
  abstract: by('raw daily text page snapshot old oai api listing dc'),
  authors: by('api oai page snapshot daily listing raw text old dc'),
  submitter: by('raw text page snapshot'),
  primaryCategory: by('api listing page raw oai text old daily snapshot dc'),
  mscClasses: by('text page old raw oai dc api'),
  acmClasses: by('text page old raw oai dc api'),
  reportNumbers: by('raw oai text page old snapshot'),
  submittedAt: by('raw text page api snapshot'),
  updatedAt: by('raw text page api snapshot'),
  submittedOn: by('page dc oai'),
  updatedOn: by('page dc oai'),
  history: by('raw text page snapshot'),
  announcement: by('daily listing'),
  comment: by('raw text page oai api listing old dc snapshot'),
  journalRef: by('raw text page oai api daily listing old dc snapshot'),
  dois: by('raw text page oai api daily old dc snapshot'),
  license: by('raw text page oai daily old dc snapshot'),
  withdrawn: by('raw text page api listing oai old dc snapshot'),
}

/** The fields that are chosen one by one; the others follow from them. */
export type MergedField = Exclude<
  keyof Paper,
  'id' | 'version' | 'url' | 'tex' | 'categories' | 'surfaces' | 'from'
>

function by(order: string): Surface[] {
  return order.split(' ').flatMap((name) => short[name] ?? [])
}
