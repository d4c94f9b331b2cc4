import { describe, expect, test } from 'vitest'
import { feedCaptures, hasCaptures, readJson, readJsonLines } from '../src/feeds/corpora/files.ts'
import { corpora } from '../src/feeds/corpora/index.ts'
import { differences } from '../src/feeds/differences.ts'
import { at, list } from '../src/feeds/dig.ts'

const title = hasCaptures() ? 'the corpora' : `the corpora, skipped: no ${feedCaptures}`

/** Rows that each corpus's own manifest holds, or files that lie there. */
const sizes: Readonly<Record<string, () => number>> = {
  feedparser: () => 2106 - 745,
  'feedparser-sanitize': () => 745,
  'feedparser-removed': () => 547,
  'gofeed-translator': () => 97,
  'gofeed-parser': () => 442,
  'feed-rs': () => 61,
  miniflux: () => readJsonLines('miniflux/inline/MANIFEST.jsonl').length,
  feedsmith: () => 13,
  rowanmanning: () => 31,
  rome: () => 175,
  'node-feedparser': () => 26,
  oracle: () => 488,
  dates: () => list(readJson('vectors/dates.json')).length,
  authors: () => list(readJson('vectors/authors-rowanmanning.json')).length,
  malformed: () => list(readJson('vectors/malformed.json')).length,
  feedvalidator: () => readJsonLines('feedvalidator/MANIFEST.jsonl').length,
}

describe.skipIf(!hasCaptures())(title, () => {
  const read = Object.fromEntries(Object.entries(corpora).map(([name, make]) => [name, make]))

  test('every manifest is read to its last row', () => {
    const counts = Object.fromEntries(
      Object.entries(read).map(([name, make]) => [name, make().cases.length]),
    )
    expect(counts).toEqual(
      Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, size()])),
    )
    expect(readJsonLines('feedparser/MANIFEST.jsonl')).toHaveLength(2106)
  })

  test('every assertion of feedparser is checked, or out of scope for a reason', () => {
    const rows = readJsonLines('feedparser/MANIFEST.jsonl')
    const asserted = rows.reduce<number>((sum, row) => sum + list(at(row, 'assert')).length, 0)
    const unconverted = rows.filter((row) => at(row, 'unconverted') === true).length
    const cases = ['feedparser', 'feedparser-sanitize'].flatMap(
      (name) => read[name]?.().cases ?? [],
    )
    const seen = cases.flatMap(({ checks, outOfScope }) => [...checks, ...outOfScope])
    expect(seen).toHaveLength(asserted + unconverted)
    expect(cases.flatMap((each) => each.outOfScope).filter(({ reason }) => !reason)).toEqual([])
  })

  test('differences name checks that are there, and are at most 2 % of a corpus', () => {
    for (const [name, make] of Object.entries(read)) {
      const listed = differences.filter(({ corpus }) => corpus === name)
      if (listed.length === 0) continue
      const { cases } = make()
      const all = cases.flatMap(({ file, checks }) => checks.map(({ field }) => `${file} ${field}`))
      expect(all).toEqual(
        expect.arrayContaining(listed.map(({ file, field }) => `${file} ${field}`)),
      )
      expect(listed.length).toBeLessThanOrEqual(all.length * 0.02)
    }
    expect(differences.filter(({ corpus }) => !(corpus in read))).toEqual([])
  })
})
