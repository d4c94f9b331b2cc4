import type { Issue } from '@inference-report/issue'
import { cleanText } from '../clean-text.ts'
import { longDate } from '../format-date.ts'
import { colophonLines } from '../issue-lines.ts'
import { sectionBlocks } from '../section-blocks.ts'
import { shorten } from '../shorten.ts'
import { sourcesTable } from '../sources-table.ts'
import { chartHtml } from './chart.ts'
import { editorialHtml } from './editorial.ts'
import { evidenceHtml } from './evidence.ts'
import { frontBlock } from './front-section.ts'
import { insideBlock, insidePage } from './inside-section.ts'
import { mastheadHtml } from './masthead.ts'
import type { PageContext } from './page-context.ts'
import { createPageContext } from './page-context.ts'
import { pageStyle } from './page-style.ts'
import { tableHtml } from './table.ts'
import type { Html } from './template.ts'
import { html, trusted } from './template.ts'

// The page is one file, so its style is inline; the policy allows that and nothing else, so that
// markup which slipped through all escaping could neither run nor load anything.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'none'; base-uri 'none'; form-action 'none'"

/**
 * The issue as one web page: a newspaper front page, then the whole lists it leads to, then the
 * sources. Needs no other file, runs no script, loads nothing.
 */
export function renderHtml(issue: Issue): string {
  const page = createPageContext(issue)
  const blocks = sectionBlocks(issue.sections)
  const title = `${issue.publication.name}, ${longDate(issue.date)}`
  return html`<!doctype html>
<html lang="${issue.publication.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description(issue, title)}">
<style>
${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#front">Skip to the front page</a>
${mastheadHtml(page, blocks)}<main id="front" tabindex="-1">
${editorialHtml(issue)}<div class="front">
${blocks.map((block) => frontBlock(page, block))}</div>
<div class="pages">
${blocks.map((block) => insideBlock(page, block))}${chartsHtml(issue)}${evidenceHtml(page)}${sourcesHtml(page)}</div>
</main>
<footer class="colophon">
${colophonLines(issue).map(
  (line) => html`<p>${line}</p>
`,
)}</footer>
</body>
</html>
`.toString()
}

function description({ editorial, sections }: Issue, title: string): string {
  const first = editorial.paragraphs[0]?.sentences[0]?.text
  return first === undefined
    ? `${title}: ${sections.map(({ heading }) => heading).join(', ')}`
    : shorten(cleanText(first), 160)
}

function chartsHtml({ charts }: Issue): Html | undefined {
  if (charts.length === 0) return undefined
  return insidePage('charts', 'Charts', undefined, charts.map(chartHtml))
}

function sourcesHtml({ anchors, issue }: PageContext): Html {
  const table = tableHtml(sourcesTable(issue.sources), (id) => anchors.of('source', id))
  return insidePage(
    'sources',
    'Sources',
    undefined,
    html`<div class="sources">${table}</div>
`,
  )
}
