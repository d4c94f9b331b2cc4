import type { Issue } from '@inference-report/issue'
import { writerNote } from '../byline.ts'
import { chartTable } from '../chart-table.ts'
import { cleanText } from '../clean-text.ts'
import { evidenceLines } from '../evidence.ts'
import { longDate, longTime } from '../format-date.ts'
import { colophonLines, sourcesLine } from '../issue-lines.ts'
import { linkUrl } from '../link-url.ts'
import { proseParagraphs } from '../prose.ts'
import { sectionBlocks } from '../section-blocks.ts'
import { stateLabels } from '../section-state.ts'
import { sourceRemarks } from '../sources-table.ts'
import { frontLines, headingLines, insideLines, paragraphLines } from './sections.ts'
import { tableText } from './table.ts'
import { textWidth } from './width.ts'
import { pageWidth, wrapText } from './wrap.ts'

/**
 * The issue as plain text of at most 78 columns, in the order of the web page. Addresses stand on
 * their own lines, whole.
 */
export function renderText(issue: Issue): string {
  const blocks = sectionBlocks(issue.sections)
  const lines = [
    ...mastheadLines(issue),
    ...editorialLines(issue),
    ...blocks.flatMap((block) => frontLines(issue, block)),
    ...blocks.flatMap((block) => insideLines(issue, block)),
    ...chartLines(issue),
    ...evidenceText(issue),
    ...sourceLines(issue),
    '='.repeat(pageWidth),
    ...colophonLines(issue).flatMap((line) => wrapText(line)),
  ]
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`
}

function mastheadLines(issue: Issue): string[] {
  const { publication, date, revision } = issue
  const dateline = revision > 1 ? `${longDate(date)} · Revision ${revision}` : longDate(date)
  const url = publication.url && linkUrl(publication.url)
  return [
    '='.repeat(pageWidth),
    ...[publication.name, dateline, sourcesLine(issue)].flatMap((line) =>
      wrapText(line).map(centred),
    ),
    ...(url ? [centred(url)] : []),
    '='.repeat(pageWidth),
    '',
    ...(publication.notice === undefined
      ? []
      : [...wrapText(publication.notice, undefined, { first: '! ', rest: '! ' }), '']),
  ]
}

function centred(line: string): string {
  return ' '.repeat(Math.max(0, Math.floor((pageWidth - textWidth(line)) / 2))) + line
}

function editorialLines({ editorial }: Issue): string[] {
  const paragraphs = proseParagraphs(editorial.paragraphs)
  if (paragraphs.length === 0) return []
  return [
    ...headingLines('Editorial', '='),
    ...paragraphLines(paragraphs),
    ...wrapText(editorial.byline),
    ...wrapText(writerNote(editorial)),
    '',
  ]
}

function chartLines({ charts }: Issue): string[] {
  if (charts.length === 0) return []
  return [
    ...headingLines('Charts', '='),
    ...charts.flatMap((chart) => [...tableText(chartTable(chart)), '']),
  ]
}

function evidenceText(issue: Issue): string[] {
  const lines = evidenceLines(issue)
  if (lines.length === 0 && issue.facts.length === 0) return []
  return [
    ...headingLines('What Bears It Out', '='),
    ...lines.flatMap(({ text, supports }) => [
      ...wrapText(text, undefined, bullet),
      ...supports.flatMap(({ kind, id, label }) =>
        wrapText(kind === 'fact' ? id : label, undefined, { first: '    ', rest: '    ' }),
      ),
    ]),
    ...(issue.facts.length === 0 ? [] : headingLines('Facts', '-')),
    ...issue.facts.flatMap(({ id, sentence }) => [
      ...wrapText(sentence, undefined, bullet),
      ...wrapText(id, undefined, { first: '    ', rest: '    ' }),
    ]),
    '',
  ]
}

function sourceLines({ sources }: Issue): string[] {
  return [
    ...headingLines('Sources', '='),
    ...sources.flatMap((source) => {
      const { name, state, capturedAt, status, items, url } = source
      const facts = [
        stateLabels[state],
        ...(capturedAt === undefined ? [] : [`captured ${longTime(capturedAt)}`]),
        `${items} ${items === 1 ? 'item' : 'items'}`,
        ...(status === undefined ? [] : [`HTTP ${status}`]),
      ]
      return [
        ...wrapText(`${cleanText(name)}: ${facts.join(', ')}`, undefined, bullet),
        `  ${linkUrl(url) ?? ''}`,
        ...sourceRemarks(source).flatMap((remark) =>
          wrapText(remark, undefined, { first: '  ', rest: '  ' }),
        ),
        '',
      ]
    }),
  ]
}

const bullet = { first: '* ', rest: '  ' }
