import type {
  LeaderboardColumn,
  LeaderboardItem,
  LeaderboardSection,
  RowMovement,
} from '@inference-report/issue'
import {
  bestOfEachModel,
  type EntryMovement,
  modelName,
  rankEntries,
  type Snapshot,
} from '@inference-report/leaderboard'
import type { BoardComparison } from './boards.ts'

/** How each board's metrics are printed; a metric that is not listed stays out of the table. */
const columns: readonly LeaderboardColumn[] = [
  { key: 'intelligenceIndex', label: 'Score', format: 'score', front: true },
  {
    key: 'outputTokensPerSecond',
    label: 'tok/s',
    format: 'integer',
    description: 'Median output tokens a second',
    front: true,
  },
  {
    key: 'priceBlendedUsdPerMillionTokens',
    label: '$/1M',
    format: 'usd',
    description: 'US dollars for a million tokens, three of input to one of output',
    front: true,
  },
  {
    key: 'priceInputUsdPerMillionTokens',
    label: '$/1M in',
    format: 'usd',
    description: 'US dollars for a million input tokens',
    front: false,
  },
  {
    key: 'priceOutputUsdPerMillionTokens',
    label: '$/1M out',
    format: 'usd',
    description: 'US dollars for a million output tokens',
    front: false,
  },
  { key: 'costUsdPerTask', label: '$/task', format: 'usd', front: false },
  { key: 'contextWindowTokens', label: 'Context', format: 'integer', front: false },
  {
    key: 'resolvedPercent',
    label: 'Resolved',
    format: 'percent',
    description: 'Share of problems resolved',
    front: true,
  },
  {
    key: 'semPercent',
    label: '± SEM',
    format: 'percent',
    description: 'Standard error of the resolved share',
    front: false,
  },
  {
    key: 'passAt5Percent',
    label: 'Pass@5',
    format: 'percent',
    description: 'Share of problems resolved in at least one of five attempts',
    front: true,
  },
  { key: 'costUsdPerProblem', label: '$/problem', format: 'usd', front: true },
  { key: 'tokensPerProblem', label: 'Tokens/problem', format: 'integer', front: false },
  { key: 'cachedTokensPercent', label: 'Cached', format: 'percent', front: false },
]

/** The board's part of a section: which snapshot, which columns, every row. */
export function leaderboardParts({
  sourceId,
  url,
  snapshot,
  against,
}: BoardComparison): Pick<LeaderboardSection, 'board' | 'columns' | 'items'> {
  const moves = new Map(against?.movement.moves.map((move) => [move.id, move]))
  const modelRanks = ranksAmongModels(snapshot)
  const page = snapshot.url ?? url
  const items = snapshot.entries.map((entry): LeaderboardItem => {
    const { id, name, organization, effort, rank, values, flags } = entry
    return {
      id: `${sourceId}-${id}`,
      sourceId,
      url: page,
      name,
      model: modelName(entry),
      modelRank: modelRanks.get(id),
      organization,
      effort,
      rank,
      values,
      flags,
      movement: against && rowMovement(rank, moves.get(id)),
    }
  })
  return {
    board: {
      board: snapshot.board,
      series: snapshot.series,
      snapshotId: snapshot.id,
      version: snapshot.version,
      window: snapshot.window,
      capturedAt: snapshot.capturedAt,
      url: page,
      attribution: snapshot.attribution,
      baseline: against && {
        snapshotId: against.baseline.id,
        capturedAt: against.baseline.capturedAt,
      },
    },
    columns: columns
      .filter(({ key }) => snapshot.metrics.some((metric) => metric.key === key))
      .filter(({ key, front }) => front || items.some(({ values }) => key in values))
      .map((column) => ({
        ...column,
        derived: snapshot.metrics.find(({ key }) => key === column.key)?.derived,
      })),
    items,
  }
}

/** By row id: the rank of each model's best row among the models. None where the board has none. */
function ranksAmongModels({ entries, metrics: [metric] }: Snapshot): Map<string, number> {
  const ranked = entries.filter(({ rank }) => rank !== undefined)
  if (metric === undefined) return new Map()
  return new Map(
    rankEntries(bestOfEachModel(ranked), metric).flatMap(({ id, rank }) =>
      rank === undefined ? [] : [[id, rank] as const],
    ),
  )
}

function rowMovement(
  rank: number | undefined,
  move: EntryMovement | undefined,
): RowMovement | undefined {
  if (move === undefined) return { kind: 'new' }
  // A row that gained or lost its score has no place to compare.
  if (rank === undefined || move.rankChange === undefined) return undefined
  const { rankBefore, rankChange, scoreChange } = move
  const kind = rankChange > 0 ? 'up' : rankChange < 0 ? 'down' : 'same'
  return { kind, rankBefore, rankChange, scoreChange }
}
