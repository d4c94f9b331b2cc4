import { longDate } from '../format-date.ts'
import { sourcesLine } from '../issue-lines.ts'
import type { SectionBlock } from '../section-blocks.ts'
import { dotList, externalLink } from './link.ts'
import type { PageContext } from './page-context.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

export function mastheadHtml(
  { anchors, issue }: PageContext,
  blocks: readonly SectionBlock[],
): Html {
  const { publication, date, revision } = issue
  const name =
    publication.url === undefined
      ? publication.name
      : externalLink(publication.url, publication.name)
  return html`<header class="masthead">
<h1>${name}</h1>
<p class="dateline">${dotList([
    html`<time datetime="${date}">${longDate(date)}</time>`,
    ...(revision > 1 ? [html`<strong>Revision ${revision}</strong>`] : []),
    html`<a href="#sources">${sourcesLine(issue)}</a>`,
  ])}</p>
<nav aria-label="In this issue"><ul>
${blocks.map((block) => {
  const [anchor, heading] =
    block.kind === 'boards'
      ? [anchors.of('frontBoards', block.id), block.heading]
      : [anchors.of('front', block.section.id), block.section.heading]
  return html`<li><a href="#${anchor}">${heading}</a></li>
`
})}</ul></nav>
</header>
${
  publication.notice === undefined
    ? undefined
    : html`<aside class="banner" aria-label="Notice"><p>${publication.notice}</p></aside>
`
}`
}
