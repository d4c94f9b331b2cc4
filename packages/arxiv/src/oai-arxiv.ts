import type { Warning } from '@inference-report/source'
import { parseArxivId } from './arxiv-id.ts'
import { readAuthorList } from './author-list.ts'
import { type PaperParts, readTitle } from './build-paper.ts'
import { childrenNamed, present } from './child-elements.ts'
import { readDois } from './dois.ts'
import { readAuthor, spoken } from './names.ts'
import type { Author, Surface } from './paper.ts'
import { readReportNumbers } from './report-numbers.ts'
import { readAcmClasses, readMscClasses, readSubjects } from './subject-classes.ts'
import { readDay } from './timestamp.ts'
import { readVersions } from './versions.ts'
import { saysWithdrawn } from './withdrawn.ts'
import type { Element } from './xml-element.ts'

type Warn = (warning: Warning) => void

/** What one metadata format tells; without id or title it is no paper. */
export interface OaiParts extends Omit<PaperParts, 'title' | 'identified'> {
  identified?: PaperParts['identified'] | undefined
  title?: PaperParts['title'] | undefined
}

/** The format `arXiv`, of before 2025 (raw TeX) and since (converted by arXiv). */
export function readArxivFormat(metadata: Element, warn: Warn): OaiParts {
  const text = firstTexts(metadata)
  const created = readDay(text('created'))
  const updated = readDay(text('updated'))
  // Since 2025 `created` is the current version's day wherever `updated` stands beside it; before, it
  // was the first version's. The two are equal in the new form alone, or where nothing is lost by it.
  const isFirst = updated === undefined || (created !== undefined && created < updated)
  const common = readCommon(text, warn)
  return {
    ...common,
    surface: 'oai-arxiv',
    authors: childrenNamed(metadata, 'authors').flatMap((list) =>
      childrenNamed(list, 'author').flatMap((author) => readStructuredAuthor(author) ?? []),
    ),
    submittedOn: isFirst ? created : undefined,
    updatedOn: updated ?? created,
    ...(saysWithdrawn(common.texComment, common.texAbstract) && { withdrawn: true }),
  }
}

/** The format `arXivRaw`: raw TeX, and the only one with all versions. */
export function readRawFormat(metadata: Element, warn: Warn): OaiParts {
  const text = firstTexts(metadata)
  const { version, ...facts } = readVersions(
    childrenNamed(metadata, 'version').map((element) => {
      const of = firstTexts(element)
      return {
        name: element.attributes.get('version'),
        date: of('date'),
        size: of('size'),
        sourceType: of('source_type'),
      }
    }),
    warn,
  )
  return withVersion(
    { ...readCommon(text, warn), ...readLine('oai-arxiv-raw', text), ...facts },
    version,
  )
}

/** The format `arXivOld`: no dates, raw TeX. */
export function readOldFormat(metadata: Element, warn: Warn): OaiParts {
  const text = firstTexts(metadata)
  return { ...readCommon(text, warn), ...readLine('oai-arxiv-old', text) }
}

function readLine(surface: Surface, text: Texts): Pick<OaiParts, 'surface' | 'authors'> {
  return { surface, authors: readAuthorList(text('authors') ?? '') }
}

function withVersion(parts: OaiParts, version: number | undefined): OaiParts {
  if (parts.identified === undefined || version === undefined) return parts
  return { ...parts, identified: { ...parts.identified, version } }
}

type Texts = (name: string) => string | undefined

/** By name alone: the records of some old captures lack their namespace. */
function firstTexts(element: Element): Texts {
  const found = new Map<string, string | undefined>()
  for (const { name, text } of element.children) {
    if (!found.has(name)) found.set(name, present(text))
  }
  return (name) => found.get(name)
}

function readCommon(text: Texts, warn: Warn): Omit<OaiParts, 'surface'> {
  const msc = text('msc-class')
  const acm = text('acm-class')
  const codes = (text('categories') ?? '').split(/\s+/).filter((code) => code !== '')
  return {
    identified: parseArxivId(text('id') ?? ''),
    title: readTitle(text('title')),
    texAbstract: text('abstract'),
    subjects: {
      categories: readSubjects(codes, warn).categories,
      mscClasses: readMscClasses(msc),
      // Since 2025 `arXiv` and `arXivRaw` fill it from the MSC classes, or with the word "None".
      acmClasses: acm === msc ? [] : readAcmClasses(acm),
    },
    texComment: text('comments'),
    texJournalRef: text('journal-ref'),
    dois: readDois(text('doi')),
    reportNumbers: readReportNumbers(text('report-no')),
    license: text('license'),
    submitter: readAuthor(text('submitter'))?.name,
  }
}

function readStructuredAuthor(author: Element): Author | undefined {
  const text = firstTexts(author)
  return readAuthor(
    spoken(text('forenames'), text('keyname'), text('suffix')),
    childrenNamed(author, 'affiliation').map((place) => place.text),
  )
}
