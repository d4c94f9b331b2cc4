import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLeaderboard, parseNews } from '../src/index.ts'
import { news } from './fixtures.ts'
import { props, slider, table, write } from './mutations/board.ts'

const pages = [
  write({ slider, props: props('flat'), table: table(8) }) + news,
  write({ slider, props: props('languages') }),
  write({ slider, table: table(6) }),
]
const bits = [
  ...['"', '\\', '{', '}', '[', ']', '<', '>', ',', ':', '$', '$7:props', 'null', '1e999', '-1'],
  ...['</tr>', '<td>', '<table>', '<script>', '</script>', '<svg>', '<!--', '%', 'N/A', '\ud83d'],
  ...['"__proto__":', '"items":', '"rangeStats":', '2026-13-45', '9'.repeat(30)],
]

function readOrCode(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    if (!SourceError.is(error)) throw error
    return error.code
  }
}

test('a page with parts cut out, doubled or put in is read or refused, and what is read is sound', {
  timeout: 60_000,
}, () => {
  const cut = fc.tuple(fc.nat(), fc.nat({ max: 300 }), fc.constantFrom(...bits, '', 'twice'))
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.array(cut, { maxLength: 5 }), (page, cuts) => {
      let html = page
      for (const [place, length, bit] of cuts) {
        const at = place % html.length
        const part = html.slice(at, at + length)
        html = `${html.slice(0, at)}${bit === 'twice' ? part + part : bit}${html.slice(at + length)}`
      }
      const snapshot = readOrCode(() => parseLeaderboard(html))
      if (typeof snapshot !== 'string') {
        expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
        expect(JSON.stringify(snapshot).isWellFormed()).toBe(true)
      }
      readOrCode(() => parseNews(html))
    }),
    { numRuns: 500 },
  )
})
