import type { RepositoriesSection, RepositoryItem } from '@inference-report/issue'
import { cleanText } from '../clean-text.ts'
import { repositoryDetails } from '../item-lines.ts'
import { shorten } from '../shorten.ts'
import { dotList, externalLink } from './link.ts'
import type { PageContext } from './page-context.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

export function frontRepositories({ items, featured, period }: RepositoriesSection): Html {
  const articles = items.slice(0, featured).map(
    (item) => html`<article class="repository">
${bodyHtml(item, item.description && shorten(cleanText(item.description), 180), repositoryDetails({ ...item, forks: undefined }, period))}</article>
`,
  )
  return html`<div class="repositories">
${articles}</div>
`
}

export function allRepositories(
  { anchors }: PageContext,
  { items, period }: RepositoriesSection,
): Html {
  const articles = items.map(
    (item) => html`<article class="repository" id="${anchors.of('item', item.id)}">
${bodyHtml(item, item.description, repositoryDetails(item, period))}</article>
`,
  )
  return html`<div class="repositories">
${articles}</div>
`
}

function bodyHtml(
  { rank, owner, name, url }: RepositoryItem,
  description: string | undefined,
  details: readonly string[],
): Html {
  const about =
    description === undefined || description === ''
      ? undefined
      : html`<p class="summary" dir="auto">${description}</p>
`
  return html`<h3><span class="rank">${rank}.</span> ${externalLink(url, `${owner}/${name}`)}</h3>
${about}${
  details.length === 0
    ? undefined
    : html`<p class="meta">${dotList(details)}</p>
`
}`
}
