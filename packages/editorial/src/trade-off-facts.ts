import type { Entry, Metric } from '@inference-report/leaderboard'
import { modelName } from '@inference-report/leaderboard'
import { type Board, type BoardFact, scoreIn } from './board-fact.ts'
import { decimal, dollars } from './quantity.ts'
import { countWord, listNames } from './words.ts'

interface TradeOff {
  kind: string
  key: string
  unit: string
  best: 'lowest' | 'highest'
  /** e.g. `cheapest`; stands after "is the". */
  word: string
  /** e.g. `price`; what is known of those that are compared. */
  measured: string
  print: (value: number) => string
}

const perMillion = 'USD per million tokens'

const tradeOffs: readonly TradeOff[] = [
  {
    kind: 'cheapest',
    key: 'priceBlendedUsdPerMillionTokens',
    unit: perMillion,
    best: 'lowest',
    word: 'cheapest',
    measured: 'price',
    print: (value) => `at a blended price of ${dollars(value)} per million tokens`,
  },
  {
    kind: 'cheapest-per-task',
    key: 'costUsdPerTask',
    unit: 'USD per task',
    best: 'lowest',
    word: 'cheapest to run',
    measured: 'cost',
    print: (value) => `at ${dollars(value)} per task`,
  },
  {
    kind: 'cheapest-per-problem',
    key: 'costUsdPerProblem',
    unit: 'USD per problem',
    best: 'lowest',
    word: 'cheapest to run',
    measured: 'cost',
    print: (value) => `at ${dollars(value)} per problem`,
  },
  {
    kind: 'fastest',
    key: 'outputTokensPerSecond',
    unit: 'tokens per second',
    best: 'highest',
    word: 'fastest',
    measured: 'speed',
    print: (value) => `at ${decimal(value < 10 ? value : Math.round(value))} tokens per second`,
  },
]

/** Who is cheapest or fastest among the best five; each sentence says among how many that is. */
export function tradeOffFacts(
  best: readonly Entry[],
  metrics: readonly Metric[],
  board: Board,
): BoardFact[] {
  return tradeOffs
    .filter(({ key }) => metrics.some((metric) => metric.key === key))
    .flatMap((tradeOff) => tradeOffFact(tradeOff, best, board))
}

function tradeOffFact(tradeOff: TradeOff, best: readonly Entry[], board: Board): BoardFact[] {
  const known = best.flatMap((entry) => {
    const value = scoreIn(entry, tradeOff)
    return value === undefined || value < 0 ? [] : [{ name: modelName(entry), value }]
  })
  // Of two, the ranking says enough.
  if (known.length < 3) return []
  const values = known.map(({ value }) => value)
  const value = tradeOff.best === 'lowest' ? Math.min(...values) : Math.max(...values)
  const names = known.filter((entry) => entry.value === value).map(({ name }) => name)
  if (names.length === known.length) return []
  const { many } = board.subject
  const first = `the first ${countWord(best.length)} ${many} on ${board.name}`
  const among =
    known.length === best.length
      ? `Among ${first}`
      : `Among the ${countWord(known.length)} of ${first} whose ${tradeOff.measured} is known`
  const sentence = `${among}, ${listNames(names)} ${names.length === 1 ? 'is' : 'are'} the ${tradeOff.word}, ${tradeOff.print(value)}`
  return [{ kind: tradeOff.kind, unit: tradeOff.unit, value, sentence }]
}
