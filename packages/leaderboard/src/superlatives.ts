import type { EntryMovement, Movement } from './movement.ts'
import { rounded } from './numbers.ts'

/** The largest of its kind, with what it is the largest of. */
export interface Superlative {
  /** `climb` and `drop` count own places, see `EntryMovement.ownRankChange`; `gain` and `loss` are of the score. */
  kind: 'climb' | 'drop' | 'gain' | 'loss'
  /** Places, or the score in its metric's unit; always positive. */
  value: number
  /** Ids of the rows it is the value of; several where they tie. */
  ids: string[]
  /** What it was looked for in. A superlative without its scope is no statement. */
  scope: {
    /** Ids of the two snapshots. */
    before: string
    after: string
    /** The ranks in the later snapshot that were looked at, where not all were. */
    ranks?: { from: number; to: number } | undefined
    /** How many rows were compared: those with a rank (or a score) in both snapshots. */
    compared: number
    /** How many of them made a climb (drop, gain, loss) at all. */
    moved: number
  }
}

/**
 * The largest climb, drop, gain and loss of a movement, those that there are, of the whole board or of
 * the rows that now have a rank `from` to `to`.
 */
export function superlatives(
  { before, after, moves }: Pick<Movement, 'before' | 'after' | 'moves'>,
  ranks?: { from: number; to: number },
): Superlative[] {
  const rows =
    ranks === undefined
      ? moves
      : moves.filter(
          ({ rankAfter }) =>
            rankAfter !== undefined && rankAfter >= ranks.from && rankAfter <= ranks.to,
        )
  const places = valuesOf(rows, 'ownRankChange')
  const scores = valuesOf(rows, 'scoreChange')
  const scope = {
    before,
    after,
    ...(ranks === undefined ? {} : { ranks: { from: ranks.from, to: ranks.to } }),
  }
  return [
    ...largest('climb', places, 1, scope),
    ...largest('drop', places, -1, scope),
    ...largest('gain', scores, 1, scope),
    ...largest('loss', scores, -1, scope),
  ]
}

interface Value {
  id: string
  value: number
}

function valuesOf(rows: readonly EntryMovement[], field: 'ownRankChange' | 'scoreChange'): Value[] {
  return rows.flatMap((row) => {
    const value = row[field]
    return value === undefined ? [] : [{ id: row.id, value }]
  })
}

function largest(
  kind: Superlative['kind'],
  values: readonly Value[],
  sign: 1 | -1,
  scope: Pick<Superlative['scope'], 'before' | 'after' | 'ranks'>,
): Superlative[] {
  const moved = values.filter(({ value }) => value * sign > 0)
  if (moved.length === 0) return []
  const value = moved.reduce((most, one) => Math.max(most, one.value * sign), 0)
  const ids = moved.filter((one) => one.value * sign === value).map(({ id }) => id)
  return [
    {
      kind,
      value: rounded(value),
      ids,
      scope: { ...scope, compared: values.length, moved: moved.length },
    },
  ]
}
