import type { LeaderboardItem, LeaderboardSection } from '@inference-report/issue'
import { modelName } from '@inference-report/leaderboard'
import { columnsOf } from './board-columns.ts'
import { placesOfModels } from './board-models.ts'
import type { BoardComparison } from './boards.ts'
import { movementOf } from './row-movement.ts'

/** The board's part of a section: which snapshot, which columns, every row. */
export function leaderboardParts({
  sourceId,
  url,
  snapshot,
  against,
}: BoardComparison): Pick<LeaderboardSection, 'board' | 'columns' | 'items'> {
  const moves = new Map(against?.movement.moves.map((move) => [move.id, move]))
  const models = placesOfModels(snapshot, against?.baseline)
  const page = snapshot.url ?? url
  const items = snapshot.entries.map((entry): LeaderboardItem => {
    const { id, name, organization, effort, rank, values, flags } = entry
    return {
      id: `${sourceId}-${id}`,
      sourceId,
      url: page,
      name,
      model: modelName(entry),
      modelRank: models.get(id)?.rank,
      organization,
      effort,
      rank,
      values,
      flags,
      movement: against && movementOf(rank, moves.get(id)),
      modelMovement: models.get(id)?.movement,
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
