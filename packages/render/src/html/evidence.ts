import { visibleText } from '../clean-text.ts'
import { evidenceLines } from '../evidence.ts'
import { insidePage } from './inside-section.ts'
import { commaList } from './link.ts'
import type { PageContext } from './page-context.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

/** Each sentence of prose with links to what bears it out, and the facts themselves. */
export function evidenceHtml({ anchors, issue }: PageContext): Html | undefined {
  const lines = evidenceLines(issue)
  if (lines.length === 0 && issue.facts.length === 0) return undefined
  const sentences = lines.map(({ text, supports }) => {
    const links = supports.map(
      ({ kind, id, label }) =>
        html`<a href="#${anchors.of(kind, id)}" dir="auto">${visibleText(kind === 'fact' ? id : label, id)}</a>`,
    )
    return html`<li>${text} <span class="meta">${commaList(links)}</span></li>
`
  })
  const facts = issue.facts.map(
    ({
      id,
      sentence,
    }) => html`<li id="${anchors.of('fact', id)}">${sentence} <span class="meta">${id}</span></li>
`,
  )
  return insidePage('evidence', 'What Bears It Out', undefined, [
    lines.length === 0
      ? undefined
      : html`<h3>Sentence by sentence</h3>
<ol class="evidence">
${sentences}</ol>
`,
    facts.length === 0
      ? undefined
      : html`<h3>Facts</h3>
<ul class="evidence">
${facts}</ul>
`,
  ])
}
