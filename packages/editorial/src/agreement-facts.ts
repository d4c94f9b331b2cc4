import type { Fact } from '@inference-report/issue'
import type { Agreement } from '@inference-report/leaderboard'
import type { BoardFact } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { longDate } from './dates.ts'
import { capitalized, countOf, countWord, listNames } from './words.ts'

/** How to speak of the two boards. The facts are told with the first. */
export interface AgreementBoards {
  a: BoardOptions
  b: BoardOptions
}

/** Of fewer models in common an agreement is chance. */
const fewest = 3

/**
 * How far two boards agree about the models that both rank: `agreement`, Kendall's tau-b; `overlap` of the
 * first places, where more models are in common than are looked at; `disagreement`, the models that stand
 * furthest apart. Nothing of boards with fewer than three models in common.
 */
export function factsFromAgreement(agreement: Agreement, { a, b }: AgreementBoards): Fact[] {
  if (agreement.models.length < fewest) return []
  const scope = a.scope ?? agreement.a.board
  const other = b.scope ?? agreement.b.board
  const inputs = [agreement.a.snapshot, agreement.b.snapshot, a.sourceId, b.sourceId]
  const facts = [
    ...tauFacts(agreement, a.name, b.name),
    ...overlapFacts(agreement, a.name, b.name),
    ...disagreementFacts(agreement, a.name, b.name),
  ]
  return facts.map(({ kind, unit, value, sentence }) => ({
    id: `${scope}.${kind}.${other}`,
    kind,
    scope,
    ...(unit === undefined ? {} : { unit }),
    value,
    inputs: [...new Set(inputs)],
    sentence: `${sentence}${oldFigures([a, b])}.`,
  }))
}

function oldFigures(boards: readonly BoardOptions[]): string {
  const old = boards.flatMap(({ name, stale }) =>
    stale === undefined ? [] : [`figures of ${name}: ${longDate(stale.since) ?? 'old'}`],
  )
  return old.length === 0 ? '' : ` (${old.join('; ')})`
}

function tauFacts({ models, tau }: Agreement, a: string, b: string): BoardFact[] {
  if (tau === undefined) return []
  const printed = printedTau(tau)
  const sentence = `${capitalized(a)} and ${b} rank ${countOf(models.length, 'model')} in common; Kendall’s tau-b of their two orders is ${printed}`
  return [{ kind: 'agreement', value: printed + 0, sentence }]
}

// What is not quite the same order is not printed as 1.
function printedTau(tau: number): number {
  const digits = [2, 3, 4, 5].find((count) => Math.abs(Number(tau.toFixed(count))) < 1)
  return Number(Math.abs(tau) === 1 ? tau : tau.toFixed(digits ?? 6))
}

function overlapFacts({ models, overlap }: Agreement, a: string, b: string): BoardFact[] {
  if (overlap === undefined || overlap.depth >= models.length) return []
  const { depth, shared, of } = overlap
  const ties = of > depth ? ` (${countWord(of)} with ties)` : ''
  const verb = shared === 1 ? 'is' : 'are'
  const count = shared === 0 ? 'none' : countWord(shared)
  const sentence = `Of the ${countWord(models.length)} models that both ${a} and ${b} rank, ${count} ${verb} among the first ${countWord(depth)}${ties} on the one and on the other`
  return [{ kind: 'overlap', unit: 'models', value: shared, sentence }]
}

function disagreementFacts({ models, disagreement }: Agreement, a: string, b: string): BoardFact[] {
  const [one, another] = disagreement?.models ?? []
  if (disagreement === undefined || one === undefined) return []
  const scope = `Among the ${countWord(models.length)} models that both rank, ${a} and ${b} differ most about`
  const value = disagreement.placesApart
  const sentence =
    another === undefined
      ? `${scope} ${one.name}: its place is ${one.a.place} on the one and ${one.b.place} on the other`
      : `${scope} ${listNames(disagreement.models.map(({ name }) => name))}, each ${countOf(value, 'place')} apart`
  return [{ kind: 'disagreement', unit: 'places', value, sentence }]
}
