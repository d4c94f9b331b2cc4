import type { Fact } from '@inference-report/issue'
import type { Entry, Metric, Snapshot } from '@inference-report/leaderboard'
import { type BoardOptions, boardSentence } from './board-options.ts'

/** A fact but for what all facts of a board share. Its sentence is without the full stop. */
export type BoardFact = Omit<Fact, 'id' | 'scope' | 'inputs'> & {
  /** Ends the id where a board has several facts of the kind, e.g. `'1-5'`. */
  part?: string | undefined
}

/** Makes the facts about a board whole: ids, inputs, and the date where its figures are old. */
export function finishFacts(
  facts: readonly BoardFact[],
  snapshot: Snapshot,
  inputs: readonly string[],
  options: BoardOptions,
): Fact[] {
  const scope = options.scope ?? snapshot.board
  return facts.map(({ kind, part, unit, value, sentence }) => ({
    id: part === undefined ? `${scope}.${kind}` : `${scope}.${kind}.${part}`,
    kind,
    scope,
    ...(unit === undefined || unit === '' ? {} : { unit }),
    value,
    inputs: [...inputs],
    sentence: boardSentence(sentence, options),
  }))
}

export interface Board {
  metric: Metric
  name: string
  subject: { one: string; many: string }
}

/** The row's value of the metric, where it has one. */
export function scoreIn(entry: Entry, { key }: Pick<Metric, 'key'>): number | undefined {
  const value = Object.hasOwn(entry.values, key) ? entry.values[key] : undefined
  return Number.isFinite(value) ? value : undefined
}
