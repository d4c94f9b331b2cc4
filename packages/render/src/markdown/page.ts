import type { Issue } from '@inference-report/issue'
import { writerNote } from '../byline.ts'
import { chartTable } from '../chart-table.ts'
import { visibleText } from '../clean-text.ts'
import { evidenceLines } from '../evidence.ts'
import { longDate } from '../format-date.ts'
import { colophonLines, sourcesLine } from '../issue-lines.ts'
import { proseParagraphs } from '../prose.ts'
import { sectionBlocks } from '../section-blocks.ts'
import { sourcesTable } from '../sources-table.ts'
import type { MarkdownBlock } from './block.ts'
import { joinBlocks, optionalText, text } from './block.ts'
import { markdownLink, markdownText } from './escape.ts'
import { frontBlocks, insideBlocks, paragraphBlocks } from './sections.ts'
import { tableMarkdown } from './table.ts'

/** The issue as one CommonMark document with GitHub tables, in the order of the web page. */
export function renderMarkdown(issue: Issue): string {
  const blocks = sectionBlocks(issue.sections)
  return joinBlocks([
    ...mastheadBlocks(issue),
    ...editorialBlocks(issue),
    ...blocks.flatMap((block) => frontBlocks(issue, block)),
    ...blocks.flatMap((block) => insideBlocks(issue, block)),
    ...chartBlocks(issue),
    ...evidenceBlocks(issue),
    { kind: 'heading', level: 2, text: 'Sources', key: 'sources' },
    text(tableMarkdown(sourcesTable(issue.sources))),
    text('---'),
    text(colophonLines(issue).map(markdownText).join(' ')),
  ])
}

function mastheadBlocks(issue: Issue): MarkdownBlock[] {
  const { publication, date, revision } = issue
  const dateline = [
    longDate(date),
    ...(revision > 1 ? [`Revision ${revision}`] : []),
    sourcesLine(issue),
  ]
  return [
    { kind: 'heading', level: 1, text: publication.name },
    text(dateline.map(markdownText).join(' · ')),
    ...optionalText(publication.url && markdownLink(publication.url, publication.url)),
    ...optionalText(publication.notice && `> **${markdownText(publication.notice)}**`),
  ]
}

function editorialBlocks({ editorial }: Issue): MarkdownBlock[] {
  const paragraphs = proseParagraphs(editorial.paragraphs)
  if (paragraphs.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Editorial' },
    ...paragraphBlocks(paragraphs),
    text(`*${markdownText(editorial.byline)}*\\\n${markdownText(writerNote(editorial))}`),
  ]
}

function chartBlocks({ charts }: Issue): MarkdownBlock[] {
  if (charts.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Charts' },
    ...charts.map((chart) => text(tableMarkdown(chartTable(chart)))),
  ]
}

function evidenceBlocks(issue: Issue): MarkdownBlock[] {
  const lines = evidenceLines(issue)
  if (lines.length === 0 && issue.facts.length === 0) return []
  const sentences = lines.map(({ text: sentence, supports }) => {
    const labels = supports.map(({ kind, id, label }) =>
      kind === 'fact' ? id : visibleText(label, id),
    )
    return `- ${markdownText(sentence)} — *${markdownText(labels.join('; '))}*`
  })
  const facts = issue.facts.map(
    ({ id, sentence }) => `- ${markdownText(sentence)} — *${markdownText(id)}*`,
  )
  return [
    { kind: 'heading', level: 2, text: 'What Bears It Out' },
    ...optionalText(sentences.join('\n')),
    ...(facts.length === 0
      ? []
      : [{ kind: 'heading', level: 3, text: 'Facts' } as const, text(facts.join('\n'))]),
  ]
}
