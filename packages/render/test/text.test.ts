import { renderText } from '@inference-report/render'
import { expect, test } from 'vitest'
import { rowLinks, tableText } from '../src/text/table.ts'
import { textWidth } from '../src/text/width.ts'
import { wrapText } from '../src/text/wrap.ts'
import { sampleIssue } from './sample-issue.ts'

const text = renderText(sampleIssue())
const lines = text.split('\n')

test('no line but an address is wider than 78 columns', () => {
  for (const line of lines) {
    if (!/^\s*https?:/.test(line)) expect(textWidth(line)).toBeLessThanOrEqual(78)
  }
})

test('wide characters count twice, accents not at all', () => {
  expect(textWidth('日本')).toBe(4)
  expect(textWidth('e\u0301')).toBe(1)
  expect(textWidth('😀')).toBe(2)
  expect(wrapText('日本 日本 日本', 9)).toEqual(['日本 日本', '日本'])
})

test('text breaks between words, a long word where the line ends', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three'])
  expect(wrapText('a abcdefghij', 6, { first: '* ', rest: '  ' })).toEqual([
    '* a',
    '  abcd',
    '  efgh',
    '  ij',
  ])
  expect(wrapText('  \u200B ')).toEqual([])
})

test('a board is aligned', () => {
  expect(text).toContain(
    [
      '#  Model                   Score  tok/s    $/1M  Move',
      '-----------------------------------------------------',
      '1  Lumen 4                  57.2     82   $4.50    ▲3',
      '2  Quarry 2                   54     74   $2.00    ▼1',
      '3  Opal | `3` <b>bold</b>     53      –  $10.00   new',
    ].join('\n'),
  )
})

test('columns that do not fit follow beside the names again', () => {
  const columns = [
    { label: 'Name', align: 'start' as const, namesRow: true },
    ...['a', 'b', 'c', 'd', 'e'].map((label) => ({
      label: label.repeat(15),
      align: 'end' as const,
    })),
  ]
  const cells = [
    { text: 'x', url: 'https://a.example/' },
    ...columns.slice(1).map(() => ({ text: '1' })),
  ]
  const table = { caption: 'Wide', columns, rows: [{ cells }] }
  const heads = tableText(table).filter((line) => line.startsWith('Name'))
  expect(heads).toHaveLength(2)
  expect(heads.join(' ')).toContain('e'.repeat(15))
  expect(rowLinks(table)).toEqual(['https://a.example/'])
})

test('the order is that of the web page', () => {
  const headings = lines.filter(
    (_, index) => /^=+$/.test(lines[index + 1] ?? '') && lines[index] !== '',
  )
  expect(headings.filter((line) => !line.startsWith(' '))).toEqual([
    'Editorial',
    'AI Labs',
    'From the Wire',
    'Research Papers — Focused',
    'Benchmarks',
    'Trending',
    'Model Reference',
    'AI Labs: All labs',
    'From the Wire: All feeds',
    'Research Papers — Focused: All papers',
    'Benchmarks: Full tables',
    'Trending: All repositories',
    'Model Reference: All models',
    'Charts',
    'What Bears It Out',
    'Sources',
  ])
})

test('states, reasons, sources, byline and notice are in it', () => {
  expect(text).toContain('! This is a sample issue.')
  expect(text).toContain('March 2, 2026 · Revision 2')
  expect(text).toContain('Grant Calloway')
  expect(text).toContain('! Quiet. Northlight Labs')
  expect(text).toContain('! Stale. As of February 6, 2026.')
  expect(text).toContain('! Failed. The connection was closed')
  expect(text).toContain('! Drift. The page changed')
  expect(text).toContain('* Gazette: Failed, 0 items, HTTP 503')
  expect(text).toContain('  Warning undated-items: 2 items')
  expect(text).toContain('No lab headlines.')
})
