import type { PaperItem, PapersSection } from '@inference-report/issue'
import { visibleText } from '../clean-text.ts'
import { authorsLine, leadCategory, paperDetails } from '../item-lines.ts'
import { dotList, externalLink } from './link.ts'
import type { PageContext } from './page-context.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

export function frontPapers({ items, featured }: PapersSection): Html {
  const articles = items.slice(0, featured).map(
    (paper) => html`<article class="paper">
${titleHtml(paper)}
${metaHtml([authorsLine(paper.authors, 3)])}${abstractHtml(paper)}</article>
`,
  )
  return html`<div class="papers">
${articles}</div>
`
}

export function allPapers({ anchors }: PageContext, { items }: PapersSection): Html {
  const articles = items.map(
    (paper) => html`<article class="paper" id="${anchors.of('item', paper.id)}">
${titleHtml(paper)}
${metaHtml([authorsLine(paper.authors, 10), ...paperDetails(paper)])}${abstractHtml(paper)}</article>
`,
  )
  return html`<div class="papers">
${articles}</div>
`
}

function titleHtml(paper: PaperItem): Html {
  const { title, url } = paper
  const category = leadCategory(paper)
  const badge = category === undefined ? undefined : html` <span class="badge">${category}</span>`
  return html`<h3>${externalLink(url, visibleText(title, url))}${badge}</h3>`
}

function metaHtml(parts: readonly (string | undefined)[]): Html | undefined {
  const known = parts.filter((part) => part !== undefined)
  if (known.length === 0) return undefined
  return html`<p class="meta" dir="auto">${dotList(known)}</p>
`
}

function abstractHtml({ abstract }: PaperItem): Html | undefined {
  if (abstract === undefined) return undefined
  return html`<p class="abstract" dir="auto">${abstract}</p>
`
}
