import type { Section } from '@inference-report/issue'
import { proseParagraphs } from '../prose.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

export function paragraphsHtml(paragraphs: readonly string[]): Html[] {
  return paragraphs.map(
    (text) => html`<p>${text}</p>
`,
  )
}

/** The desk's own prose, on the section's inside page. */
export function commentaryHtml({ commentary }: Section): Html | undefined {
  const paragraphs = proseParagraphs(commentary?.paragraphs ?? [])
  if (commentary === undefined || paragraphs.length === 0) return undefined
  return html`<div class="commentary">
${paragraphsHtml(paragraphs)}<p class="byline">${commentary.byline}</p>
</div>
`
}
