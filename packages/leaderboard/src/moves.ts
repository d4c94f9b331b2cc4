import type { EntryMovement } from './movement.ts'
import { countBelow, rounded } from './numbers.ts'
import { scoreOf } from './rank.ts'
import type { Entry } from './snapshot.ts'

type Rows = ReadonlyMap<string, Entry>

/** One movement for each row that is in both, in the later order. */
export function readMoves(earlier: Rows, later: Rows, metric: string): EntryMovement[] {
  const newcomers = ranksOf(later, (id) => !earlier.has(id))
  const leavers = ranksOf(earlier, (id) => !later.has(id))
  const places = { before: placesInCommon(earlier, later), after: placesInCommon(later, earlier) }
  return [...later.values()].flatMap((is) => {
    const was = earlier.get(is.id)
    if (was === undefined) return []
    const [from, to] = [places.before.get(is.id), places.after.get(is.id)]
    return [
      {
        ...ranksBetween(was, is),
        ...(from === undefined || to === undefined ? {} : { ownRankChange: from - to }),
        ...scoresBetween(was, is, metric),
        newcomersAbove: is.rank === undefined ? 0 : countBelow(newcomers, is.rank),
        leaversAbove: was.rank === undefined ? 0 : countBelow(leavers, was.rank),
      },
    ]
  })
}

function ranksOf(rows: Rows, isCounted: (id: string) => boolean): number[] {
  return [...rows.values()]
    .flatMap(({ id, rank }) => (rank !== undefined && isCounted(id) ? [rank] : []))
    .sort((a, b) => a - b)
}

// Ranks as they would be if the board had only the rows that both have ranked.
function placesInCommon(rows: Rows, others: Rows): Map<string, number> {
  const places = new Map<string, number>()
  let last: { rank: number; place: number } | undefined
  for (const { id, rank } of rows.values()) {
    if (rank === undefined || others.get(id)?.rank === undefined) continue
    if (last?.rank !== rank) last = { rank, place: places.size + 1 }
    places.set(id, last.place)
  }
  return places
}

function ranksBetween(
  { rank: rankBefore }: Entry,
  { id, name, rank: rankAfter }: Entry,
): Pick<EntryMovement, 'id' | 'name' | 'rankBefore' | 'rankAfter' | 'rankChange'> {
  return {
    id,
    name,
    ...(rankBefore === undefined ? {} : { rankBefore }),
    ...(rankAfter === undefined ? {} : { rankAfter }),
    ...(rankBefore === undefined || rankAfter === undefined
      ? {}
      : { rankChange: rankBefore - rankAfter }),
  }
}

function scoresBetween(
  was: Entry,
  is: Entry,
  metric: string,
): Pick<EntryMovement, 'scoreBefore' | 'scoreAfter' | 'scoreChange'> {
  const [scoreBefore, scoreAfter] = [scoreOf(was, metric), scoreOf(is, metric)]
  const scoreChange =
    scoreBefore === undefined || scoreAfter === undefined
      ? undefined
      : rounded(scoreAfter - scoreBefore)
  return {
    ...(scoreBefore === undefined ? {} : { scoreBefore }),
    ...(scoreAfter === undefined ? {} : { scoreAfter }),
    ...(Number.isFinite(scoreChange) ? { scoreChange } : {}),
  }
}
