import { SourceError, type Warning } from '@inference-report/source'
import type { WarningOptions } from './abstract-page.ts'
import { parseArxivId } from './arxiv-id.ts'
import { readAuthorList } from './author-list.ts'
import { buildPaper, readTitle } from './build-paper.ts'
import { present } from './child-elements.ts'
import { readDois } from './dois.ts'
import { readAuthor, spoken } from './names.ts'
import type { Author, Paper } from './paper.ts'
import { readReportNumbers } from './report-numbers.ts'
import { readSubjects } from './subject-classes.ts'
import { readVersions, type VersionFacts } from './versions.ts'
import { saysWithdrawn } from './withdrawn.ts'

/**
 * Reads one line of the metadata snapshot, one paper as a JSON object in raw TeX.
 *
 * @throws SourceError `unparseable` for what is no JSON, `drift` for another object.
 * @see https://www.kaggle.com/datasets/Cornell-University/arxiv
 */
export function parseMetadataLine(json: string, options: WarningOptions = {}): Paper {
  const warn = options.onWarning ?? (() => undefined)
  const row = parseRow(json)
  const text = (name: string): string | undefined => {
    const value = Object.hasOwn(row, name) ? row[name] : undefined
    return typeof value === 'string' ? present(value) : undefined
  }
  const identified = parseArxivId(text('id') ?? '')
  const title = readTitle(text('title'))
  if (identified === undefined || title === undefined) {
    throw new SourceError('drift', {
      source: 'arxiv',
      expected: 'an object with the "id" and "title" of a paper',
      received: json,
    })
  }
  const { version, withdrawn: _, ...facts } = readAllVersions(row['versions'], warn)
  const texComment = text('comments')
  const texAbstract = text('abstract')
  const codes = (text('categories') ?? '').split(/\s+/).filter((code) => code !== '')
  const { categories } = readSubjects(codes, warn)
  return buildPaper({
    surface: 'metadata-snapshot',
    identified: { id: identified.id, version },
    title,
    texAbstract,
    authors: readParsedAuthors(row['authors_parsed']) ?? readAuthorList(text('authors') ?? ''),
    submitter: readAuthor(text('submitter'))?.name,
    subjects: { categories, mscClasses: [], acmClasses: [] },
    reportNumbers: readReportNumbers(text('report-no')),
    ...facts,
    texComment,
    texJournalRef: text('journal-ref'),
    dois: readDois(text('doi')),
    license: text('license'),
    ...(saysWithdrawn(texComment, texAbstract) && { withdrawn: true }),
  })
}

function parseRow(json: string): Record<string, unknown> {
  let row: unknown
  try {
    row = JSON.parse(json)
  } catch (cause) {
    throw new SourceError('unparseable', {
      source: 'arxiv',
      expected: 'a line of JSON',
      received: json.trim() === '' ? 'an empty line' : json,
      cause,
    })
  }
  if (isRecord(row)) return row
  throw new SourceError('drift', { source: 'arxiv', expected: 'an object', received: json })
}

function readAllVersions(versions: unknown, warn: (warning: Warning) => void): VersionFacts {
  const rows = Array.isArray(versions) ? versions.filter(isRecord) : []
  return readVersions(
    rows.map(({ version, created }) => ({ name: asText(version), date: asText(created) })),
    warn,
  )
}

/** `[surname, forenames, suffix, affiliation…]` of each author. */
function readParsedAuthors(parsed: unknown): Author[] | undefined {
  if (!Array.isArray(parsed) || parsed.length === 0) return undefined
  const authors = parsed.flatMap((parts: unknown) => {
    if (!Array.isArray(parts)) return []
    const [surname, forenames, suffix, ...affiliations] = parts.map(asText)
    return readAuthor(spoken(forenames, surname, suffix), affiliations) ?? []
  })
  return authors.length === 0 ? undefined : authors
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
