import type { Issue, LeaderboardSection, Section } from '@inference-report/issue'
import { boardNotes, columnNotes } from '../board-notes.ts'
import { frontBoardTable, fullBoardTable } from '../board-table.ts'
import { cleanText } from '../clean-text.ts'
import { linkUrl } from '../link-url.ts'
import { proseParagraphs } from '../prose.ts'
import type { SectionBlock } from '../section-blocks.ts'
import { noticeText, stateNotice } from '../section-state.ts'
import { itemLines } from './items.ts'
import { rowLinks, tableText } from './table.ts'
import { textWidth } from './width.ts'
import { wrapText } from './wrap.ts'

type Place = 'front' | 'inside'

export function frontLines(issue: Issue, block: SectionBlock): string[] {
  const { heading, badge, subtitle, allLabel } =
    block.kind === 'boards' ? { ...block, badge: undefined, subtitle: undefined } : block.section
  return [
    ...headingLines(badge === undefined ? heading : `${heading} (${badge})`, '='),
    ...(subtitle === undefined ? [] : [...wrapText(subtitle), '']),
    ...contentLines(issue, block, 'front'),
    ...wrapText(`${allLabel}: below, under “${insideHeading(block)}”.`),
    '',
  ]
}

export function insideLines(issue: Issue, block: SectionBlock): string[] {
  return [...headingLines(insideHeading(block), '='), ...contentLines(issue, block, 'inside')]
}

/** A heading with a rule of its width under it, and a blank line. */
export function headingLines(heading: string, rule: '=' | '-'): string[] {
  const lines = wrapText(heading)
  const width = lines.reduce((most, line) => Math.max(most, textWidth(line)), 0)
  return ['', ...lines, rule.repeat(width), '']
}

export function paragraphLines(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((paragraph) => [...wrapText(paragraph), ''])
}

function contentLines(issue: Issue, block: SectionBlock, place: Place): string[] {
  if (block.kind === 'boards') {
    return block.boards.flatMap((board) => boardLines(issue, board, place))
  }
  const { section } = block
  return [
    ...noticeLines(issue, section),
    ...(place === 'inside' ? commentaryLines(section) : []),
    ...(section.items.length === 0
      ? [...wrapText(section.emptyText), '']
      : itemLines(section, place)),
  ]
}

function boardLines(issue: Issue, section: LeaderboardSection, place: Place): string[] {
  const { heading, badge, subtitle, columns } = section
  const front = place === 'front'
  const noted = front ? columns.filter((column) => column.front && column.derived) : columns
  return [
    ...headingLines(badge === undefined ? heading : `${heading} (${badge})`, '-'),
    ...(subtitle === undefined ? [] : [...wrapText(subtitle), '']),
    ...noticeLines(issue, section),
    ...(front ? [] : commentaryLines(section)),
    ...(section.items.length === 0 ? wrapText(section.emptyText) : tableLines(section, place)),
    '',
    ...notesLines(section, columnNotes(noted)),
  ]
}

function tableLines(section: LeaderboardSection, place: Place): string[] {
  if (place === 'inside') {
    const table = fullBoardTable(section)
    return [...tableText(table), '', ...rowLinks(table)]
  }
  const table = frontBoardTable(section)
  return table.rows.length === 0
    ? ['No ranked models; the full table has every row.']
    : tableText(table)
}

function notesLines(section: LeaderboardSection, columns: readonly string[]): string[] {
  const { board } = section
  if (board === undefined) return []
  const credit = board.attribution
  const notes = [...columns, ...boardNotes(section)].flatMap((note) => wrapText(note))
  const links = [
    ...(credit === undefined ? [] : [...wrapText(credit.text), `  ${linkUrl(credit.url) ?? ''}`]),
    'The board itself',
    `  ${linkUrl(board.url) ?? ''}`,
  ]
  return [...notes, ...links, '']
}

function commentaryLines({ commentary }: Section): string[] {
  const paragraphs = proseParagraphs(commentary?.paragraphs ?? [])
  if (commentary === undefined || paragraphs.length === 0) return []
  return [...paragraphLines(paragraphs), ...wrapText(commentary.byline), '']
}

function noticeLines(issue: Issue, section: Section): string[] {
  const notice = stateNotice(section, issue.sources)
  if (notice === undefined) return []
  return [...wrapText(noticeText(notice), undefined, { first: '! ', rest: '! ' }), '']
}

function insideHeading(block: SectionBlock): string {
  const { heading, allLabel } = block.kind === 'boards' ? block : block.section
  return cleanText(`${heading}: ${allLabel}`)
}
