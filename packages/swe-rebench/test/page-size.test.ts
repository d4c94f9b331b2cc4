import { SourceError } from '@inference-report/source'
import { expect, test } from 'vitest'
import { parseLeaderboard } from '../src/index.ts'

const table = `<table><tr><th>#</th><th>Model</th><th>Resolved Rate (%)</th></tr>
<tr><td>1</td><td><span class="rank-table__model-name">Tern</span></td><td>50.0%</td></tr></table>`

test('a page of many icons is not deep: their paths close themselves', () => {
  const icons = '<svg><path d="M0"/></svg><br><img src="x">'.repeat(15_000)
  expect(parseLeaderboard(icons + table).entries.map(({ name }) => name)).toEqual(['Tern'])
})

test('a page nested beyond all pages is refused before a tree is made of it', () => {
  const run = () => parseLeaderboard('<div>'.repeat(30_000) + table)
  expect(run).toThrow(expect.objectContaining({ name: 'SourceError', code: 'too-large' }))
})

test.for(['<a', '<a>', '<', '</', '<!--', '<table><tr><td>'])(
  'two hundred thousand times %s ends in a typed error',
  (part) => {
    try {
      parseLeaderboard(part.repeat(200_000))
      expect.unreachable()
    } catch (error) {
      expect(SourceError.is(error)).toBe(true)
    }
  },
)
