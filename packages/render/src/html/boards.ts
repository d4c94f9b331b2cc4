import type { LeaderboardSection } from '@inference-report/issue'
import { boardNotes, columnNotes } from '../board-notes.ts'
import { frontBoardTable, fullBoardTable } from '../board-table.ts'
import { stateNotice } from '../section-state.ts'
import { commentaryHtml } from './commentary.ts'
import { dotList, externalLink } from './link.ts'
import type { PageContext } from './page-context.ts'
import { noticeHtml } from './state.ts'
import { tableHtml } from './table.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

export function frontBoard({ anchors, issue }: PageContext, section: LeaderboardSection): Html {
  const table = frontBoardTable(section)
  const content =
    section.items.length === 0
      ? html`<p class="empty">${section.emptyText}</p>
`
      : table.rows.length === 0
        ? html`<p class="empty">No ranked models; the full table has every row.</p>
`
        : tableHtml(table)
  return html`<section class="board" id="${anchors.of('front', section.id)}">
${headingHtml(section)}${noticeHtml(stateNotice(section, issue.sources))}${content}
${notesHtml(section, columnNotes(section.columns.filter(({ front, derived }) => front && derived)))}</section>
`
}

export function allBoard({ anchors, issue }: PageContext, section: LeaderboardSection): Html {
  const content =
    section.items.length === 0
      ? html`<p class="empty">${section.emptyText}</p>
`
      : tableHtml(fullBoardTable(section), (id) => anchors.of('item', id))
  return html`<section class="board" id="${anchors.of('all', section.id)}">
${headingHtml(section)}${noticeHtml(stateNotice(section, issue.sources))}${commentaryHtml(section)}${content}
${notesHtml(section, columnNotes(section.columns))}</section>
`
}

function headingHtml({ heading, badge, subtitle }: LeaderboardSection): Html {
  return html`<h3>${heading}${badge === undefined ? undefined : html` <span class="badge">${badge}</span>`}</h3>
${
  subtitle === undefined
    ? undefined
    : html`<p class="subtitle">${subtitle}</p>
`
}`
}

function notesHtml(section: LeaderboardSection, columns: readonly string[]): Html | undefined {
  const { board } = section
  if (board === undefined) return undefined
  const notes = [...columns, ...boardNotes(section)]
  const credit = board.attribution
  const links = [
    ...(credit === undefined ? [] : [externalLink(credit.url, credit.text)]),
    externalLink(board.url, 'The board itself'),
  ]
  return html`<p class="notes">${notes.map((note) => html`${note} `)}${dotList(links)}</p>
`
}
