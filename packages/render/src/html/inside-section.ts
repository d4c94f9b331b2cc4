import type { LeaderboardSection, Section } from '@inference-report/issue'
import { modelsTable } from '../models-table.ts'
import type { SectionBlock } from '../section-blocks.ts'
import { stateNotice } from '../section-state.ts'
import { allBoard } from './boards.ts'
import { commentaryHtml } from './commentary.ts'
import { allHeadlines } from './headlines.ts'
import type { PageContext } from './page-context.ts'
import { allPapers } from './papers.ts'
import { allRepositories } from './repositories.ts'
import { noticeHtml } from './state.ts'
import { tableHtml } from './table.ts'
import type { Html, HtmlValue } from './template.ts'
import { html } from './template.ts'

type ListSection = Exclude<Section, LeaderboardSection>

/** The whole list behind a heading of the front page. */
export function insideBlock(page: PageContext, block: SectionBlock): Html {
  const { anchors, issue } = page
  if (block.kind === 'boards') {
    const boards = block.boards.map((section) => allBoard(page, section))
    return insidePage(anchors.of('allBoards', block.id), block.heading, block.allLabel, boards)
  }
  const { section } = block
  return insidePage(anchors.of('all', section.id), section.heading, section.allLabel, [
    noticeHtml(stateNotice(section, issue.sources)),
    commentaryHtml(section),
    section.items.length === 0
      ? html`<p class="empty">${section.emptyText}</p>
`
      : itemsHtml(page, section),
  ])
}

/** A page inside the paper: heading, the way back, content. */
export function insidePage(
  anchor: string,
  heading: string,
  label: string | undefined,
  content: HtmlValue,
): Html {
  const kicker = label === undefined ? undefined : html`<span class="kicker">: ${label}</span>`
  return html`<section class="inside" id="${anchor}">
<div class="section-head"><h2>${heading}${kicker}</h2>
<a class="all" href="#front">Front page</a></div>
${content}</section>
`
}

function itemsHtml(page: PageContext, section: ListSection): Html {
  switch (section.kind) {
    case 'headlines':
      return allHeadlines(page, section)
    case 'papers':
      return allPapers(page, section)
    case 'repositories':
      return allRepositories(page, section)
    case 'models':
      return tableHtml(modelsTable(section, section.items.length), (id) =>
        page.anchors.of('item', id),
      )
  }
}
