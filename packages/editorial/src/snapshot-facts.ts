import type { Fact } from '@inference-report/issue'
import type { Entry, Snapshot } from '@inference-report/leaderboard'
import { bestOfEachModel, modelName } from '@inference-report/leaderboard'
import { type Board, type BoardFact, finishFacts, scoreIn } from './board-fact.ts'
import { type BoardOptions, subjectOf } from './board-options.ts'
import { difference, differenceUnit, quantity, subtract } from './quantity.ts'
import { tradeOffFacts } from './trade-off-facts.ts'
import { countOf, countWord, listNames } from './words.ts'

/**
 * What one snapshot shows by itself: `leader`, `lead`, `spread`, `ranked`, and which of the first five
 * is cheapest or fastest. Efforts of one model count as that model, by its best row. A value that is
 * missing makes no fact; a snapshot without ranks makes none at all.
 */
export function factsFromSnapshot(snapshot: Snapshot, options: BoardOptions): Fact[] {
  const metric = snapshot.metrics[0]
  const rows = snapshot.entries.filter(({ rank }) => rank !== undefined)
  if (metric === undefined || rows.length === 0) return []
  const models = bestOfEachModel(rows).toSorted((a, b) => rankOf(a) - rankOf(b))
  const subject = subjectOf(rows, options)
  const board = { metric, name: options.name, subject }
  const facts = [
    ...leaderFacts(models, board),
    ...spreadFacts(models, board),
    rankedFact(rows.length, models.length, board),
    ...tradeOffFacts(models.slice(0, 5), snapshot.metrics, board),
  ]
  return finishFacts(facts, snapshot, [snapshot.id, options.sourceId], options)
}

function leaderFacts(models: readonly Entry[], { metric, name, subject }: Board): BoardFact[] {
  const [top] = models
  const score = top && scoreIn(top, metric)
  if (top === undefined || score === undefined) return []
  const leaders = models.filter(({ rank }) => rank === top.rank)
  const names = leaders.map(modelName)
  const printed = quantity(score, metric)
  if (leaders.length > 1) {
    const sentence = `${listNames(names)} share the lead on ${name} with ${printed}`
    return [{ kind: 'leader', unit: metric.unit, value: score, sentence }]
  }
  const leader = modelName(top)
  const leads = `${leader} leads ${name} with ${printed}${caveat(top)}`
  const facts: BoardFact[] = [{ kind: 'leader', unit: metric.unit, value: score, sentence: leads }]
  const next = models[1]
  const nextScore = next && scoreIn(next, metric)
  const lead = nextScore === undefined ? 0 : Math.abs(subtract(score, nextScore))
  if (next === undefined || lead === 0) return facts
  const nexts = models.filter(({ rank }) => rank === next.rank)
  const rivals = listNames(nexts.map(modelName))
  const those = nexts.length === 1 ? `the next ${subject.one}` : `the next ${subject.many}`
  const verb = nexts.length === 1 ? 'is' : 'are'
  const by = difference(lead, metric)
  const unit = differenceUnit(metric)
  const sentence =
    caveat(top) === ''
      ? `${leads}, ${by} ahead of ${rivals}`
      : `${leads}; ${those}, ${rivals}, ${verb} ${by} behind`
  return [...facts, { kind: 'lead', unit, value: lead, sentence }]
}

// What the board itself says beside the row belongs to the claim.
function caveat({ flags }: Entry): string {
  if (flags.includes('estimated')) return ', a score the board marks as estimated'
  if (flags.includes('contaminated')) return ', a result the board marks as possibly contaminated'
  return ''
}

function spreadFacts(models: readonly Entry[], { metric, name, subject }: Board): BoardFact[] {
  const [first, fifth] = [models[0], models[4]].map((entry) => entry && scoreIn(entry, metric))
  if (first === undefined || fifth === undefined) return []
  const value = Math.abs(subtract(first, fifth))
  const sentence =
    value === 0
      ? `The first five ${subject.many} on ${name} all have ${quantity(first, metric)}`
      : `On ${name}, ${verbal(difference(value, metric))} the first ${subject.one} from the fifth`
  return [{ kind: 'spread', unit: differenceUnit(metric), value, sentence }]
}

function verbal(amount: string): string {
  return /^(?:1 |\$)/.test(amount) ? `${amount} separates` : `${amount} separate`
}

function rankedFact(rows: number, models: number, { name, subject }: Board): BoardFact {
  const counted = countOf(models, subject.one, subject.many)
  const sentence =
    rows === models
      ? `There ${models === 1 ? 'is' : 'are'} ${counted} ranked on ${name}`
      : `There are ${countWord(rows)} configurations of ${counted} ranked on ${name}`
  return { kind: 'ranked', unit: subject.many, value: models, sentence }
}

function rankOf(entry: Entry): number {
  return entry.rank ?? Number.POSITIVE_INFINITY
}
