import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { page } from './fixtures.ts'
import { jsonSurfaces, tableSurfaces, toTable } from './invented-boards.ts'

const texts = [
  page,
  ...tableSurfaces.map(toTable),
  ...jsonSurfaces.map(({ document, toBodies }) => {
    const body = toBodies(document)
    return typeof body === 'string' ? body : JSON.stringify(body)
  }),
]

const pieces = [
  '',
  '"',
  '\\',
  '{',
  ']',
  '<table',
  '</table>',
  '<tr><td>',
  '</script>',
  'self.__next_f.push([1,"',
  '"])',
  '$39:props',
  '"$39"',
  '$undefined',
  'null',
  '-1e999',
  '\ud83d',
  'T4,',
  '\n39:',
  '\u0000',
]

interface Edit {
  at: number
  length: number
  piece: string
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 40 }),
  piece: fc.constantFrom(...pieces),
})

const change = (text: string, { at, length, piece }: Edit) => {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + piece + text.slice(start + length)
}

test('a damaged body ends in a sound snapshot or in a SourceError', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (text, edits) => {
        let snapshot: unknown
        try {
          snapshot = parseModels(edits.reduce(change, text))
        } catch (error) {
          expect(SourceError.is(error)).toBe(true)
          return
        }
        expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
      },
    ),
    { numRuns: 1500 },
  )
})
