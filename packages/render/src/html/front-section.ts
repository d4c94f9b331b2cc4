import type { LeaderboardSection, Section } from '@inference-report/issue'
import { modelsTable } from '../models-table.ts'
import type { BoardsBlock, SectionBlock } from '../section-blocks.ts'
import { stateNotice } from '../section-state.ts'
import { frontBoard } from './boards.ts'
import { frontHeadlines } from './headlines.ts'
import type { PageContext } from './page-context.ts'
import { frontPapers } from './papers.ts'
import { frontRepositories } from './repositories.ts'
import { noticeHtml } from './state.ts'
import { tableHtml } from './table.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

type ListSection = Exclude<Section, LeaderboardSection>

/** What stands on the front page under one heading. */
export function frontBlock(page: PageContext, block: SectionBlock): Html {
  return block.kind === 'boards' ? boardsHtml(page, block) : sectionHtml(page, block.section)
}

function sectionHtml({ anchors, issue }: PageContext, section: ListSection): Html {
  const { heading, badge, subtitle, allLabel, emptyText } = section
  return html`<section class="section ${section.kind}-section${section.items.length === 0 ? ' empty-section' : ''}" id="${anchors.of('front', section.id)}">
<div class="section-head"><h2>${heading}${badge === undefined ? undefined : html` <span class="badge">${badge}</span>`}</h2>
<a class="all" href="#${anchors.of('all', section.id)}">${allLabel}</a></div>
${
  subtitle === undefined
    ? undefined
    : html`<p class="subtitle">${subtitle}</p>
`
}${noticeHtml(stateNotice(section, issue.sources))}${
  section.items.length === 0
    ? html`<p class="empty">${emptyText}</p>
`
    : itemsHtml(section)
}</section>
`
}

function itemsHtml(section: ListSection): Html {
  switch (section.kind) {
    case 'headlines':
      return frontHeadlines(section)
    case 'papers':
      return frontPapers(section)
    case 'repositories':
      return frontRepositories(section)
    case 'models':
      return tableHtml(modelsTable(section, section.featured))
  }
}

function boardsHtml(page: PageContext, { id, heading, allLabel, boards }: BoardsBlock): Html {
  const { anchors } = page
  return html`<section class="section boards-section" id="${anchors.of('frontBoards', id)}">
<div class="section-head"><h2>${heading}</h2>
<a class="all" href="#${anchors.of('allBoards', id)}">${allLabel}</a></div>
<div class="boards">
${boards.map((section) => frontBoard(page, section))}</div>
</section>
`
}
