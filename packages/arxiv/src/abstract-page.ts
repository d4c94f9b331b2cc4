import type { Warning } from '@inference-report/source'
import { type AbstractFields, readAbstractFields } from './abstract-fields.ts'
import { type ArxivId, parseArxivId } from './arxiv-id.ts'
import { buildPaper, readTitle } from './build-paper.ts'
import { oneLine, present } from './child-elements.ts'
import { readCreators } from './creators.ts'
import { readDois } from './dois.ts'
import { firstValid } from './first-valid.ts'
import { loadPage, otherPage } from './html-page.ts'
import { fieldText, type HtmlElement, outermostOf, textBelow } from './html-tree.ts'
import { readCodes } from './listing-item.ts'
import { readAuthor, uninverted } from './names.ts'
import type { Author, Paper } from './paper.ts'
import { readReportNumbers } from './report-numbers.ts'
import { readAcmClasses, readMscClasses, readSubjects } from './subject-classes.ts'
import { readDay } from './timestamp.ts'
import { readVersions, type WrittenVersion } from './versions.ts'

/** For readers that return a paper alone. */
export interface WarningOptions {
  /** Is told of defects that were worked around. */
  onWarning?: ((warning: Warning) => void) | undefined
}

/**
 * Reads an abstract page, https://arxiv.org/abs/2604.01234 or of one version, with or without its
 * body: the header of the page alone has no categories.
 *
 * @throws SourceError `not-found` where arXiv has no such paper, `upstream` for another error page of
 * arXiv, `drift` for a page that is none of these, `rate-limited` for arXiv's throttle, `unparseable`
 * for what is no complete HTML page, `too-large` for one nested beyond any page.
 */
export function parseAbstractPage(html: string, options: WarningOptions = {}): Paper {
  const warn = options.onWarning ?? (() => undefined)
  const document = loadPage(html, 'an abstract page')
  const page = readAbstractFields(document)
  const identified = readIdentity(page, warn)
  const title = readTitle(
    firstValid('title', candidates(page, 'citation_title', 'title'), warn)?.replace(/\s+/g, ' '),
  )
  if (identified === undefined || title === undefined) {
    throw otherPage(document, 'an abstract page, with its citation_title and citation_arxiv_id')
  }
  const { version, ...facts } = readVersions(readHistory(page.history), warn, identified.version)
  const primary = readCodes(oneLine(page.text('primary-subject')) ?? '')[0]
  const { categories } = readSubjects(readCodes(oneLine(page.row('subjects')) ?? ''), warn)
  const isWithdrawn = /\bhas been withdrawn\b/.test(page.text('error') ?? '')
  return buildPaper({
    surface: 'abstract-page',
    identified: { id: identified.id, version },
    title,
    texAbstract: present(
      firstValid('abstract', candidates(page, 'citation_abstract', 'abstract'), warn),
    ),
    authors: readAuthors(page),
    submitter: readAuthor(/\bFrom:\s*([^[\n]{1,200})/.exec(page.history)?.[1])?.name,
    primaryCategory: primary,
    subjects: {
      categories,
      mscClasses: readMscClasses(page.row('msc classes')),
      acmClasses: readAcmClasses(page.row('acm classes')),
    },
    reportNumbers: readReportNumbers(page.row('report number')),
    ...facts,
    submittedOn: readDay(page.meta('citation_date')?.replaceAll('/', '-')),
    updatedOn: readDay(page.meta('citation_online_date')?.replaceAll('/', '-')),
    texComment: oneLine(page.row('comments')),
    texJournalRef: oneLine(page.row('journal reference')),
    dois: readDois(page.links('related doi').join(' ') || page.meta('citation_doi')),
    license: page.license,
    withdrawn: isWithdrawn || facts.withdrawn,
  })
}

/** The page's header has the title and abstract in raw TeX; its body has them converted. */
function candidates(
  page: AbstractFields,
  meta: string,
  field: string,
): { place: string; read: () => string | undefined }[] {
  return [
    { place: meta, read: () => present(page.meta(meta)) },
    { place: field, read: () => oneLine(page.text(field)) },
  ]
}

function readIdentity(page: AbstractFields, warn: (warning: Warning) => void): ArxivId | undefined {
  const identified = firstValid(
    'id',
    [
      {
        place: 'citation_arxiv_id',
        read: () => parseArxivId(page.meta('citation_arxiv_id') ?? ''),
      },
      { place: 'canonical', read: () => parseArxivId(page.canonical ?? '') },
    ],
    warn,
  )
  if (identified === undefined) return undefined
  const [, cited = ''] = /arXiv:(\S+v\d+)/.exec((page.text('arxividv') ?? '').slice(0, 500)) ?? []
  const versions = [cited, page.meta('og:url') ?? ''].flatMap(
    (text) => parseArxivId(text)?.version ?? [],
  )
  return { id: identified.id, version: versions[0] ?? identified.version }
}

/** `[v2] Fri, 21 Jun 2019 06:21:52 UTC (1,329 KB)`, with `(withdrawn)` after it. */
const entry =
  /\[(v\d{1,4})\]\s*([A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{8} (?:UTC|GMT))\s*(?:\(([^()]{0,40})\))?\s*(\(withdrawn\))?/g

function readHistory(text: string): WrittenVersion[] {
  return [...text.matchAll(entry)].map(([, name, date, size, withdrawn]) => ({
    name,
    date,
    size,
    withdrawn: withdrawn !== undefined,
  }))
}

/** From the header, which is never shortened; affiliations stand in the body only. */
function readAuthors(page: AbstractFields): Author[] {
  const inHeader = page
    .metas('citation_author')
    .flatMap((name) => readAuthor(uninverted(name)) ?? [])
  const inBody = page.authors === undefined ? [] : readShownAuthors(page.authors)
  if (inHeader.length === 0) return inBody
  return inHeader.map((author, i) => {
    const shown = inBody.length === inHeader.length ? inBody[i] : undefined
    return { name: author.name, affiliations: shown?.affiliations ?? [] }
  })
}

function readShownAuthors(field: HtmlElement): Author[] {
  // The list may end in a button to show more of it, which is a link without address.
  const isAuthor = (link: HtmlElement): boolean =>
    link.name === 'a' && /\/search\/|\/a\/|searchtype=author/.test(link.attribs['href'] ?? '')
  const links = outermostOf(field, isAuthor)
  const listed = readCreators(fieldText(field))
  if (links.length === 0 || listed.length === links.length) return listed
  return links.flatMap((link) => readAuthor(textBelow(link)) ?? [])
}
