import type { Issue, LeaderboardSection, Section } from '@inference-report/issue'
import { boardNotes, columnNotes } from '../board-notes.ts'
import { frontBoardTable, fullBoardTable } from '../board-table.ts'
import { proseParagraphs } from '../prose.ts'
import type { SectionBlock } from '../section-blocks.ts'
import { noticeText, stateNotice } from '../section-state.ts'
import type { MarkdownBlock } from './block.ts'
import { optionalText, text } from './block.ts'
import { markdownLink, markdownText } from './escape.ts'
import { itemBlocks } from './items.ts'
import { tableMarkdown } from './table.ts'

export function frontBlocks(issue: Issue, block: SectionBlock): MarkdownBlock[] {
  const key = blockKey(block)
  if (block.kind === 'boards') {
    return [
      { kind: 'heading', level: 2, text: block.heading },
      { kind: 'jump', words: block.allLabel, key },
      ...block.boards.flatMap((board) => boardBlocks(issue, board, 'front')),
    ]
  }
  const { section } = block
  const { heading, badge, subtitle, allLabel } = section
  return [
    { kind: 'heading', level: 2, text: badge === undefined ? heading : `${heading} (${badge})` },
    ...optionalText(subtitle && `*${markdownText(subtitle)}*`),
    { kind: 'jump', words: allLabel, key },
    ...noticeBlocks(issue, section),
    ...(section.items.length === 0 ? [emptyBlock(section)] : itemBlocks(section, 'front')),
  ]
}

export function insideBlocks(issue: Issue, block: SectionBlock): MarkdownBlock[] {
  const key = blockKey(block)
  if (block.kind === 'boards') {
    return [
      { kind: 'heading', level: 2, text: `${block.heading}: ${block.allLabel}`, key },
      ...block.boards.flatMap((board) => boardBlocks(issue, board, 'inside')),
    ]
  }
  const { section } = block
  return [
    { kind: 'heading', level: 2, text: `${section.heading}: ${section.allLabel}`, key },
    ...noticeBlocks(issue, section),
    ...commentaryBlocks(section),
    ...(section.items.length === 0 ? [emptyBlock(section)] : itemBlocks(section, 'inside')),
  ]
}

export function paragraphBlocks(paragraphs: readonly string[]): MarkdownBlock[] {
  return paragraphs.map((paragraph) => text(markdownText(paragraph)))
}

function boardBlocks(
  issue: Issue,
  section: LeaderboardSection,
  place: 'front' | 'inside',
): MarkdownBlock[] {
  const { heading, badge, subtitle, columns } = section
  const table = place === 'front' ? frontBoardTable(section) : fullBoardTable(section)
  const noted =
    place === 'front' ? columns.filter(({ front, derived }) => front && derived) : columns
  return [
    { kind: 'heading', level: 3, text: badge === undefined ? heading : `${heading} (${badge})` },
    ...optionalText(subtitle && `*${markdownText(subtitle)}*`),
    ...noticeBlocks(issue, section),
    ...(place === 'inside' ? commentaryBlocks(section) : []),
    section.items.length === 0
      ? emptyBlock(section)
      : text(
          table.rows.length === 0
            ? 'No ranked models; the full table has every row.'
            : tableMarkdown(table),
        ),
    ...notesBlocks(section, columnNotes(noted)),
  ]
}

function notesBlocks(section: LeaderboardSection, columns: readonly string[]): MarkdownBlock[] {
  const { board } = section
  if (board === undefined) return []
  const credit = board.attribution
  const links = [
    ...(credit === undefined ? [] : [markdownLink(credit.text, credit.url)]),
    markdownLink('The board itself', board.url),
  ]
  const notes = [...columns, ...boardNotes(section)].map(markdownText)
  return [text([...notes, links.join(' · ')].join(' '))]
}

function commentaryBlocks({ commentary }: Section): MarkdownBlock[] {
  const paragraphs = proseParagraphs(commentary?.paragraphs ?? [])
  if (commentary === undefined || paragraphs.length === 0) return []
  return [...paragraphBlocks(paragraphs), text(`*${markdownText(commentary.byline)}*`)]
}

function noticeBlocks(issue: Issue, section: Section): MarkdownBlock[] {
  const notice = stateNotice(section, issue.sources)
  return notice === undefined ? [] : [text(`> ${markdownText(noticeText(notice))}`)]
}

function emptyBlock({ emptyText }: Section): MarkdownBlock {
  return text(markdownText(emptyText))
}

function blockKey(block: SectionBlock): string {
  return block.kind === 'boards' ? `boards ${block.id}` : `section ${block.section.id}`
}
