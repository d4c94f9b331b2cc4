import type { LeaderboardItem, LeaderboardSection, RowMovement } from '@inference-report/issue'
import {
  bestOfEachModel,
  type EntryMovement,
  modelName,
  rankEntries,
  type Snapshot,
} from '@inference-report/leaderboard'
import { columnsOf } from './board-columns.ts'
import type { BoardComparison } from './boards.ts'

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
    columns: (columnsOf[snapshot.board] ?? [])
      // The front page always has its columns; the full table has none that is empty.
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
