import type { HeadlineItem, HeadlinesSection } from '@inference-report/issue'
import { cleanText, visibleText } from '../clean-text.ts'
import { longDate } from '../format-date.ts'
import { authorsLine, publishedLine } from '../item-lines.ts'
import { shorten } from '../shorten.ts'
import { commaList, dotList, externalLink } from './link.ts'
import type { PageContext } from './page-context.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

/** About three lines of a front-page column. */
const frontSummaryLength = 220

export function frontHeadlines({ items, featured }: HeadlinesSection): Html {
  const articles = items.slice(0, featured).map((item) => {
    const summary = item.summary && shorten(cleanText(item.summary), frontSummaryLength)
    return html`<article class="headline">
${titleHtml(item)}
<p class="meta">${dotList([html`<span class="outlet">${item.outlet}</span>`, timeHtml(item, longDate(item.publishedAt))])}</p>
${summaryHtml(summary)}${alsoHtml(item)}</article>
`
  })
  return html`<div class="headlines">
${articles}</div>
`
}

export function allHeadlines({ anchors }: PageContext, { items }: HeadlinesSection): Html {
  const articles = items.map((item) => {
    const authors = authorsLine(item.authors, 10)
    return html`<article class="headline" id="${anchors.of('item', item.id)}">
${titleHtml(item)}
<p class="meta">${dotList([
      html`<span class="outlet">${item.outlet}</span>`,
      timeHtml(item, publishedLine(item)),
      ...(authors === undefined ? [] : [authors]),
    ])}</p>
${summaryHtml(item.summary)}${alsoHtml(item)}</article>
`
  })
  return html`<div class="headlines">
${articles}</div>
`
}

function titleHtml({ title, url }: HeadlineItem): Html {
  return html`<h3>${externalLink(url, visibleText(title, url))}</h3>`
}

function timeHtml({ publishedAt, dateOnly }: HeadlineItem, text: string): Html {
  const machine = dateOnly === true ? publishedAt.slice(0, 10) : publishedAt
  return html`<time datetime="${machine}">${text}</time>`
}

function summaryHtml(summary: string | undefined): Html | undefined {
  if (summary === undefined || summary === '') return undefined
  return html`<p class="summary" dir="auto">${summary}</p>
`
}

function alsoHtml({ also }: HeadlineItem): Html | undefined {
  if (also.length === 0) return undefined
  const links = also.map(({ outlet, url }) => externalLink(url, visibleText(outlet, url)))
  return html`<p class="also">Also: ${commaList(links)}</p>
`
}
