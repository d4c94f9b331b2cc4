import type { Issue } from '@inference-report/issue'
import { writerNote } from '../byline.ts'
import { proseParagraphs } from '../prose.ts'
import { paragraphsHtml } from './commentary.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

export function editorialHtml({ editorial }: Issue): Html | undefined {
  const paragraphs = proseParagraphs(editorial.paragraphs)
  if (paragraphs.length === 0) return undefined
  return html`<article class="editorial" id="editorial">
<h2>Editorial</h2>
<div class="columns">
${paragraphsHtml(paragraphs)}</div>
<p class="byline">${editorial.byline}</p>
<p class="writer">${writerNote(editorial)} <a href="#evidence">What bears it out</a></p>
</article>
`
}
