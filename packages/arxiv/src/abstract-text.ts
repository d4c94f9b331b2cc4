import { SourceError } from '@inference-report/source'
import type { WarningOptions } from './abstract-page.ts'
import { parseArxivId } from './arxiv-id.ts'
import { readAuthorList } from './author-list.ts'
import { buildPaper, readTitle } from './build-paper.ts'
import { present } from './child-elements.ts'
import { readDois } from './dois.ts'
import { readAuthor } from './names.ts'
import type { Paper } from './paper.ts'
import { readReportNumbers } from './report-numbers.ts'
import { readAcmClasses, readMscClasses, readSubjects } from './subject-classes.ts'
import { throwIfThrottled } from './throttle.ts'
import { readVersions, type WrittenVersion } from './versions.ts'

/**
 * Reads a paper's record as arXiv keeps it, raw TeX, which https://arxiv.org/abs/2604.01234?fmt=txt
 * shows: a head of `Field: value` lines, then the abstract, between lines of two backslashes.
 *
 * @throws SourceError `unparseable` for any other or incomplete text, `rate-limited` for arXiv's throttle,
 * `drift` where id or title are not there.
 */
export function parseAbstractText(text: string, options: WarningOptions = {}): Paper {
  const warn = options.onWarning ?? (() => undefined)
  throwIfThrottled(text, 'an abstract as text')
  const parts = text.replaceAll('\r\n', '\n').split(/^\\\\[ \t]*$/m)
  const [, head, abstract, rest] = parts
  if (head === undefined || abstract === undefined || rest === undefined) {
    throw new SourceError('unparseable', {
      source: 'arxiv',
      expected: 'a record between lines of two backslashes',
      received: text.trim() === '' ? 'an empty answer' : text,
    })
  }
  // A value goes on in lines that begin with white space.
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n')
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = /^([A-Za-z][\w-]*):\s*(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim())
  }
  const field = (name: string): string | undefined => present(fields.get(name))
  const identified = parseArxivId(field('arxiv') ?? '')
  const title = readTitle(field('title'))
  if (identified === undefined || title === undefined) {
    throw new SourceError('drift', {
      source: 'arxiv',
      expected: 'a record with "arXiv:" and "Title:"',
      received: head,
    })
  }
  const { version, ...facts } = readVersions(lines.flatMap(readDate), warn)
  const codes = (field('categories') ?? '').split(/\s+/).filter((code) => code !== '')
  return buildPaper({
    surface: 'abstract-text',
    identified: { id: identified.id, version },
    title,
    texAbstract: present(abstract),
    authors: readAuthorList(field('authors') ?? field('author') ?? ''),
    // The address after the name is scrambled.
    submitter: readAuthor(
      field('from')
        ?.slice(0, 300)
        .replace(/\s*<[^>]*>\s*$/, ''),
    )?.name,
    subjects: {
      categories: readSubjects(codes, warn).categories,
      mscClasses: readMscClasses(field('msc-class')),
      acmClasses: readAcmClasses(field('acm-class')),
    },
    reportNumbers: readReportNumbers(field('report-no')),
    ...facts,
    texComment: field('comments'),
    texJournalRef: field('journal-ref'),
    dois: readDois(field('doi')),
    license: field('license'),
  })
}

/** `Date (revised v2): Thu, 5 Apr 2007 19:58:53 GMT   (0kb,I)` */
function readDate(line: string): WrittenVersion[] {
  if (line.length > 300) return []
  const [, name, date, size, sourceType] =
    /^Date(?: \(revised (v\d{1,4})\))?:\s*(.*?)\s*(?:\(([^,()]*)(?:,([^()]*))?\))?\s*$/.exec(
      line,
    ) ?? []
  if (date === undefined) return []
  return [{ name: name ?? 'v1', date, size, sourceType: present(sourceType) }]
}
