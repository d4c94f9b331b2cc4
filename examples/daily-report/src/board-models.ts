import type { RowMovement } from '@inference-report/issue'
import {
  bestOfEachModel,
  compareSnapshots,
  type Entry,
  modelName,
  rankEntries,
  type Snapshot,
} from '@inference-report/leaderboard'
import { movementOf } from './row-movement.ts'

/** A model's place among models, each taken by its best row. */
export interface ModelPlace {
  rank: number
  /** Absent where there is no baseline. */
  movement?: RowMovement | undefined
}

/** By the id of the row each model is taken by. Models without a rank have no place. */
export function placesOfModels(
  snapshot: Snapshot,
  baseline: Snapshot | undefined,
): Map<string, ModelPlace> {
  const models = modelsOf(snapshot)
  const moves = new Map(
    baseline &&
      compareSnapshots(modelsOf(baseline), models).moves.map((move) => [move.id, move] as const),
  )
  const best = new Map(bestRanked(snapshot).map((row) => [modelKey(row), row.id]))
  return new Map(
    models.entries.flatMap(({ id, rank }) => {
      const row = best.get(id)
      if (row === undefined || rank === undefined) return []
      return [[row, { rank, movement: baseline && movementOf(rank, moves.get(id)) }] as const]
    }),
  )
}

/** The same board with one row a model, ranked among models. */
function modelsOf(snapshot: Snapshot): Snapshot {
  const [metric] = snapshot.metrics
  const rows = bestRanked(snapshot).map((row) => ({ ...row, id: modelKey(row) }))
  return { ...snapshot, entries: metric === undefined ? [] : rankEntries(rows, metric) }
}

function bestRanked({ entries }: Snapshot): Entry[] {
  return bestOfEachModel(entries.filter(({ rank }) => rank !== undefined))
}

function modelKey(row: Entry): string {
  return JSON.stringify([modelName(row), row.organization ?? null, row.kind])
}
