import type { Fact, Sentence } from '@inference-report/issue'
import { verbatim } from './day-paragraph.ts'

const states = ['failed', 'drift', 'stale']

/** Kinds of fact about what could be read. */
export const coverageKinds: ReadonlySet<string> = new Set([
  'unavailable',
  'sources-read',
  'sources-quiet',
  ...states.flatMap((state) => [`source-${state}`, `sources-${state}`]),
])

/** What could not be read, or is old: one by one where it is little, summed up where it is much. */
export function coverageParagraph(facts: readonly Fact[]): Sentence[] {
  const ofKind = (kind: string) => facts.filter((fact) => fact.kind === kind)
  const missing = ofKind('unavailable').slice(0, 3)
  // A section that names its source as the reason has said it.
  const said = new Set(missing.flatMap(({ inputs }) => inputs))
  const bad = states.flatMap((state) => {
    const each = ofKind(`source-${state}`)
    const sum = ofKind(`sources-${state}`)
    return each.length > 2 && sum.length > 0 ? sum : each.filter(({ scope }) => !said.has(scope))
  })
  return [...ofKind('sources-read'), ...bad, ...missing].map(verbatim)
}
