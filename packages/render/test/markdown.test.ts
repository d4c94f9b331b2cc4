import { renderMarkdown } from '@inference-report/render'
import { expect, test } from 'vitest'
import { markdownInline, markdownLink, markdownText } from '../src/markdown/escape.ts'
import { headingSlugs } from '../src/markdown/heading-slug.ts'
import { sampleIssue } from './sample-issue.ts'

const markdown = renderMarkdown(sampleIssue())
const lines = markdown.split('\n')

test.each([
  ['# title', '\\# title'],
  ['> quote', '\\> quote'],
  ['- item', '\\- item'],
  ['+ item', '\\+ item'],
  ['1. item', '1\\. item'],
  ['12) item', '12\\) item'],
  ['=== rule', '\\=== rule'],
  ['a | b', 'a \\| b'],
  ['[a](b)', '\\[a\\]\\(b)'],
  ['`code` *b* ~~c~~', '\\`code\\` \\*b\\* \\~\\~c\\~\\~'],
  ['<b> &lt; & AT&T', '\\<b\\> \\&lt; & AT&T'],
  ['_a_ snake_case', '\\_a\\_ snake_case'],
  ['back\\slash', 'back\\\\slash'],
  ['$x$ costs $4.50', '\\$x\\$ costs $4.50'],
  ['two\nlines', 'two lines'],
  ['3.5 percent', '3.5 percent'],
])('%j is escaped at the start of a line', (text, escaped) => {
  expect(markdownText(text)).toBe(escaped)
})

test('within a line a number stays a number', () => {
  expect(markdownInline('57.2')).toBe('57.2')
  expect(markdownInline('1. first')).toBe('1. first')
})

test('addresses keep their meaning', () => {
  expect(markdownLink('x', 'https://a.example/x_(y)')).toBe('[x](<https://a.example/x_(y)>)')
  expect(markdownLink('x', 'https://a.example/?a=1&lt;=2|3')).toBe(
    '[x](https://a.example/?a=1&amp;lt;=2%7C3)',
  )
  expect(markdownLink('x', 'ftp://a.example/')).toBe('x')
})

test('headings lead as on GitHub', () => {
  expect(
    headingSlugs(['AI Labs: All labs', 'Papers — Focused', 'A_b', 'AI labs all labs']),
  ).toEqual(['ai-labs-all-labs', 'papers--focused', 'a_b', 'ai-labs-all-labs-1'])
})

test('the document has the order of the web page', () => {
  expect(lines.filter((line) => /^##? /.test(line))).toEqual([
    '# The Inference Report',
    '## Editorial',
    '## AI Labs',
    '## From the Wire',
    '## Research Papers — Focused',
    '## Benchmarks',
    '## Trending',
    '## Model Reference',
    '## AI Labs: All labs',
    '## From the Wire: All feeds',
    '## Research Papers — Focused: All papers',
    '## Benchmarks: Full tables',
    '## Trending: All repositories',
    '## Model Reference: All models',
    '## Charts',
    '## What Bears It Out',
    '## Sources',
  ])
})

test('every jump has its heading', () => {
  const headings = lines.flatMap((line) => /^#+ (.*)/.exec(line)?.[1]?.replaceAll('\\', '') ?? [])
  const slugs = new Set(headingSlugs(headings))
  const jumps = [...markdown.matchAll(/\]\(#([^)]*)\)/g)].map(([, slug = '']) => slug)
  expect(jumps).toHaveLength(6)
  for (const slug of jumps) expect(slugs.has(slug), slug).toBe(true)
})

test('a board is a table, a hostile name a cell of it', () => {
  expect(markdown).toContain(
    '| 1 | [Lumen 4](https://harbor.example/models/lumen-4) | 57.2 | 82 | $4.50 | ▲3 |',
  )
  expect(markdown).toContain(
    '[Opal \\| \\`3\\` \\<b\\>bold\\</b\\>](https://harbor.example/models/opal)',
  )
  const tables = lines.filter((line) => line.startsWith('|'))
  const cells = (line: string) => line.replaceAll('\\|', '').split('|').length
  tables.forEach((line, index) => {
    if (/^\| :?-/.test(line)) expect(cells(line)).toBe(cells(tables[index - 1] ?? ''))
  })
})

test('states, reasons and sources are in it', () => {
  expect(markdown).toContain('> Quiet. Northlight Labs published nothing')
  expect(markdown).toContain('> Stale. As of February 6, 2026. ')
  expect(markdown).toContain('> Failed. The connection was closed before the page was complete.')
  expect(markdown).toContain('> Drift. The page changed')
  expect(markdown).toContain('No benchmark data.')
  expect(markdown).toContain('Warning undated-items: 2 items')
  expect(markdown).toContain('> **This is a sample issue.')
  expect(markdown).toContain('Revision 2')
  expect(markdown).toContain('*Grant Calloway*')
})
