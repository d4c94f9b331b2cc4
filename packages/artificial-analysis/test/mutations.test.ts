import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { jsonSurfaces, tableSurfaces, toTable } from './invented-boards.ts'
import {
  fieldsOf,
  mutationsOf,
  type Outcome,
  outcomeOf,
  printTally,
  tableMutationsOf,
} from './mutations.ts'

const tally = new Map<string, Record<Outcome, number>>()

function count(surface: string, kind: string, outcome: Outcome): void {
  const key = `${surface}: ${kind}`
  const counts = tally.get(key) ?? { same: 0, warned: 0, drift: 0, silent: 0 }
  counts[outcome] += 1
  tally.set(key, counts)
}

// Another length that the source does measure with: the series and the metric then say so.
const isTrueOfItself = (name: string) => name === 're-unit times 100 prompt_options.prompt_length'

test.for(jsonSurfaces)(
  'no mutation of a field is silently wrong: $name',
  { timeout: 60_000 },
  (surface) => {
    const original = parseModels(surface.toBodies(surface.document))
    expect(original.warnings).toEqual([])
    expect(original.entries).toHaveLength(12)
    const silent: string[] = []
    for (const mutation of fieldsOf(surface.document).flatMap(mutationsOf)) {
      if (isTrueOfItself(mutation.name)) continue
      const outcome = outcomeOf(original, surface.toBodies(mutation.apply(surface.document)))
      count(surface.name, mutation.kind, outcome)
      if (outcome === 'silent') silent.push(mutation.name)
    }
    expect(silent).toEqual([])
  },
)

test.for(tableSurfaces)(
  'no mutation of a column is silently wrong: $name',
  { timeout: 60_000 },
  (surface) => {
    const original = parseModels(toTable(surface))
    expect(original.warnings).toEqual([])
    expect(original.entries).toHaveLength(12)
    const silent: string[] = []
    for (const { kind, name, table } of tableMutationsOf(surface)) {
      const outcome = outcomeOf(original, toTable(table))
      count(surface.name, kind, outcome)
      if (outcome === 'silent') silent.push(name)
    }
    expect(silent).toEqual([])
  },
)

test('prints what became of all of them', () => {
  const table = printTally(tally)
  process.stdout.write(`${table}\n`)
  expect(table).not.toBe('')
})
