import { byText, rowsById } from './order.ts'
import { scoreOf } from './rank.ts'
import type { Entry, Metric, Snapshot } from './snapshot.ts'

/** A metric of the snapshot by its key, or a key with the direction to use for it. */
export type Axis = string | Pick<Metric, 'key' | 'better'>

/** A row with both values. */
export interface FrontierPoint {
  id: string
  name: string
  x: number
  y: number
}

/** The rows that no other row beats on two metrics at once. */
export interface Frontier {
  /** Id of the snapshot. */
  snapshot: string
  x: { key: string; better: 'higher' | 'lower' }
  y: { key: string; better: 'higher' | 'lower' }
  /**
   * No row is as good on both and better on one. Best on `x` first, then by name; rows with the same
   * two values are members together.
   */
  members: FrontierPoint[]
  /** Ids of rows with both values that another row beats, best ranked first. */
  dominated: string[]
  /** Ids of rows that lack one of the values: nobody can say whether they belong. Best ranked first. */
  missing: string[]
}

/**
 * The frontier of two metrics, such as score and price: what one can have of the one for the other.
 * Which direction is better comes from the metrics. Each effort of a model is a row of its own.
 *
 * @throws RangeError for a metric the snapshot does not have, one of which neither direction is better,
 * or the same metric twice.
 */
export function pareto(snapshot: Snapshot, x: Axis, y: Axis): Frontier {
  const [first, second] = [readAxis(snapshot, x), readAxis(snapshot, y)]
  if (first.key === second.key) throw new RangeError('a frontier needs two metrics')
  const rows = [...rowsById(snapshot.entries).values()]
  const missing: string[] = []
  const points = rows.flatMap((entry): FrontierPoint[] => {
    const point = readPoint(entry, first.key, second.key)
    if (point === undefined) missing.push(entry.id)
    return point === undefined ? [] : [point]
  })
  const members = undominated(points, signOf(first), signOf(second))
  const ids = new Set(members.map(({ id }) => id))
  const dominated = points.filter(({ id }) => !ids.has(id)).map(({ id }) => id)
  return { snapshot: snapshot.id, x: first, y: second, members, dominated, missing }
}

function readAxis(snapshot: Snapshot, axis: Axis): Frontier['x'] {
  const key = typeof axis === 'string' ? axis : axis.key
  const metric = snapshot.metrics.find((one) => one.key === key)
  const better = (typeof axis === 'string' ? undefined : axis.better) ?? metric?.better
  if (metric === undefined) throw new RangeError(`${snapshot.id} has no metric ${key}`)
  if (better === undefined) throw new RangeError(`neither direction of ${key} is better`)
  return { key, better }
}

function readPoint(entry: Entry, first: string, second: string): FrontierPoint | undefined {
  const [x, y] = [scoreOf(entry, first), scoreOf(entry, second)]
  return x === undefined || y === undefined ? undefined : { id: entry.id, name: entry.name, x, y }
}

function signOf({ better }: Frontier['x']): 1 | -1 {
  return better === 'higher' ? 1 : -1
}

function undominated(points: readonly FrontierPoint[], signX: 1 | -1, signY: 1 | -1) {
  const sorted = points.toSorted(
    (p, q) =>
      (q.x - p.x) * signX || (q.y - p.y) * signY || byText(p.name, q.name) || byText(p.id, q.id),
  )
  const members: FrontierPoint[] = []
  for (const point of sorted) {
    const last = members.at(-1)
    const isBetter = last === undefined || (point.y - last.y) * signY > 0
    const isSame = last !== undefined && point.x === last.x && point.y === last.y
    if (isBetter || isSame) members.push(point)
  }
  return members
}
