import { expect, test } from 'vitest'
import { arxivBars } from '../src/arxiv/arxiv-bars.ts'
import { capturesOf } from '../src/arxiv/inputs/captures.ts'
import { surfaces } from '../src/arxiv/surfaces.ts'
import { isMet } from '../src/bars.ts'

// A comparison is fair only where everyone reads the same: the number of entries, at least.
test.for(surfaces)('everyone reads all entries of the $name', async ({ candidates, generate }) => {
  const text = generate(25)
  const input = { text, bytes: new TextEncoder().encode(text) }
  for (const { name, load } of candidates) {
    const { parse, items } = await load()
    expect(items(await parse(input)), name).toHaveLength(25)
  }
})

test.for(surfaces)(
  'ours reads every field of the $name, without a warning',
  async ({ candidates, generate }) => {
    const text = generate(9)
    const [ours] = candidates
    const { parse, items } = await (
      ours ?? { load: () => Promise.reject(new Error('none')) }
    ).load()
    const result = await parse({ text, bytes: new Uint8Array() })
    expect(result).toMatchObject({ warnings: [] })
    for (const paper of items(result) ?? []) {
      expect(paper).toMatchObject({
        id: expect.stringMatching(/^2604\.\d{5}$/),
        title: expect.stringMatching(/Part \d$/),
        abstract: expect.stringMatching(/This is study \d\.$/),
        primaryCategory: 'cs.SE',
      })
    }
  },
)

test('a bar is the cost of ours beside the bare one', () => {
  const inputs = [{ name: 'x', path: '', bytes: 1 }]
  const measured = new Map(
    Object.entries({ ours: 3, bare: 2 }).map(([name, ms]) => [
      name,
      new Map([['x', { ms, items: 1 }]]),
    ]),
  )
  const bars = arxivBars('listing', 'cheerio', measured, inputs)
  expect(bars.map(({ value }) => Number(value?.toFixed(3)))).toEqual([1.5, 1.5])
  expect(bars.map(({ value, ...bar }) => isMet({ ...bar, value: 1.51 }))).toEqual([false, false])
})

test('captures that are not here are left out', () => {
  expect(capturesOf(['nowhere/none.xml'])).toEqual([])
})
