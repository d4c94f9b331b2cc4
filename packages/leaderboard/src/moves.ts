import type { EntryMovement } from './movement.ts'
import { scoreOf } from './rank.ts'
import type { Entry } from './snapshot.ts'

/** One movement for each row that is in both, in the later order. */
export function readMoves(
  earlier: ReadonlyMap<string, Entry>,
  later: ReadonlyMap<string, Entry>,
  metric: string,
): EntryMovement[] {
  const newcomerRanks = [...later.values()]
    .flatMap(({ id, rank }) => (earlier.has(id) || rank === undefined ? [] : [rank]))
    .sort((a, b) => a - b)
  return [...later.values()].flatMap((is) => {
    const was = earlier.get(is.id)
    return was === undefined ? [] : [readMove(was, is, metric, newcomerRanks)]
  })
}

function readMove(
  was: Entry,
  is: Entry,
  metric: string,
  newcomerRanks: readonly number[],
): EntryMovement {
  const [scoreBefore, scoreAfter] = [scoreOf(was, metric), scoreOf(is, metric)]
  const { rank: rankBefore } = was
  const { rank: rankAfter } = is
  const scoreChange =
    scoreBefore === undefined || scoreAfter === undefined
      ? undefined
      : rounded(scoreAfter - scoreBefore)
  return {
    id: is.id,
    name: is.name,
    ...(rankBefore === undefined ? {} : { rankBefore }),
    ...(rankAfter === undefined ? {} : { rankAfter }),
    ...(rankBefore === undefined || rankAfter === undefined
      ? {}
      : { rankChange: rankBefore - rankAfter }),
    ...(Number.isFinite(scoreChange) ? { scoreChange } : {}),
    newcomersAbove: rankAfter === undefined ? 0 : countBelow(newcomerRanks, rankAfter),
  }
}

// By halves: a board of newcomers must not cost the square of its rows.
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}

// 46.5 - 46.2 is 0.29999999999999716; adding 0 makes -0 a 0, as in JSON.
function rounded(value: number): number {
  return Number(value.toFixed(6)) + 0
}
