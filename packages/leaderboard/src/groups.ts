import { commonMetric } from './comparable.ts'
import type { EntryMovement } from './movement.ts'
import { readMoves } from './moves.ts'
import { meanOf } from './numbers.ts'
import { byText, rowsById } from './order.ts'
import type { Entry, Snapshot } from './snapshot.ts'

/** What rows are grouped by. `openWeights` makes the groups `open` and `closed`. */
export type GroupBy = 'organization' | 'openWeights' | ((entry: Entry) => string | undefined)

/** How the rows of one group fared between two snapshots. */
export interface GroupTrend {
  /** e.g. `'OpenAI'`, `'open'` */
  group: string
  /** Rows that have a rank. */
  rankedBefore: number
  rankedAfter: number
  /** Rows that came to the board, and that left it. */
  entered: number
  left: number
  /** Absent where none has a rank. */
  bestRankBefore?: number | undefined
  bestRankAfter?: number | undefined
  /** Rows with a rank of 10 or better. */
  topTenBefore: number
  topTenAfter: number
  /** Rows ranked in both snapshots, and how many of them climbed and dropped among all such rows. */
  compared: number
  climbed: number
  dropped: number
  /** Mean of the places they won (or lost, below 0) among all rows ranked in both. */
  meanRankChange?: number | undefined
  /** Rows scored in both snapshots, and the mean change of their scores in the metric's unit. */
  scored: number
  meanScoreChange?: number | undefined
}

/** All groups of a board, and what belongs to none. */
export interface GroupTrends {
  /** By name. */
  groups: GroupTrend[]
  /** How many rows of either snapshot tell no group. */
  unknown: number
}

/**
 * How each group of rows fared. A row is of the group it is in now, or was in where it is gone or no
 * longer says.
 *
 * @throws SourceError `incomparable`, as `compareSnapshots`.
 */
export function groupTrends(before: Snapshot, after: Snapshot, by: GroupBy): GroupTrends {
  const metric = commonMetric(before, after)
  const [earlier, later] = [rowsById(before.entries), rowsById(after.entries)]
  return readGroups(earlier, later, readMoves(earlier, later, metric), by)
}

interface Member {
  was?: Entry | undefined
  is?: Entry | undefined
  move?: EntryMovement | undefined
}

/** As `groupTrends`, of what is already compared. */
export function readGroups(
  earlier: ReadonlyMap<string, Entry>,
  later: ReadonlyMap<string, Entry>,
  moves: readonly EntryMovement[],
  by: GroupBy,
): GroupTrends {
  const moveOf = new Map(moves.map((move) => [move.id, move]))
  const groups = new Map<string, Member[]>()
  let unknown = 0
  for (const id of new Set([...later.keys(), ...earlier.keys()])) {
    const [was, is] = [earlier.get(id), later.get(id)]
    const group = (is && groupOf(is, by)) ?? (was && groupOf(was, by))
    if (group === undefined) {
      unknown += 1
      continue
    }
    const member = { was, is, move: moveOf.get(id) }
    const known = groups.get(group)
    if (known === undefined) groups.set(group, [member])
    else known.push(member)
  }
  const trends = [...groups]
    .sort(([a], [b]) => byText(a, b))
    .map(([group, members]) => readTrend(group, members))
  return { groups: trends, unknown }
}

function groupOf(entry: Entry, by: GroupBy): string | undefined {
  if (typeof by === 'function') return by(entry)
  if (by === 'organization') return entry.organization
  return entry.openWeights === undefined ? undefined : entry.openWeights ? 'open' : 'closed'
}

function readTrend(group: string, members: readonly Member[]): GroupTrend {
  const before = members.flatMap(({ was }) => was?.rank ?? [])
  const after = members.flatMap(({ is }) => is?.rank ?? [])
  const places = members.flatMap(({ move }) => move?.ownRankChange ?? [])
  const scores = members.flatMap(({ move }) => move?.scoreChange ?? [])
  const [bestRankBefore, bestRankAfter] = [before, after].map(leastOf)
  const [meanRankChange, meanScoreChange] = [places, scores].map(meanOf)
  return {
    group,
    rankedBefore: before.length,
    rankedAfter: after.length,
    entered: members.filter(({ was }) => was === undefined).length,
    left: members.filter(({ is }) => is === undefined).length,
    ...(bestRankBefore === undefined ? {} : { bestRankBefore }),
    ...(bestRankAfter === undefined ? {} : { bestRankAfter }),
    topTenBefore: before.filter((rank) => rank <= 10).length,
    topTenAfter: after.filter((rank) => rank <= 10).length,
    compared: places.length,
    climbed: places.filter((change) => change > 0).length,
    dropped: places.filter((change) => change < 0).length,
    ...(meanRankChange === undefined ? {} : { meanRankChange }),
    scored: scores.length,
    ...(meanScoreChange === undefined ? {} : { meanScoreChange }),
  }
}

function leastOf(values: readonly number[]): number | undefined {
  return values.length === 0
    ? undefined
    : values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
}
