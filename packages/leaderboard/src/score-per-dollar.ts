import { rounded } from './numbers.ts'
import { byText, rowsById } from './order.ts'
import { scoreOf } from './rank.ts'
import type { Snapshot } from './snapshot.ts'

/** A row's score for its price. */
export interface Value {
  id: string
  name: string
  /** In the first metric's unit. */
  score: number
  /** In the price metric's unit. */
  price: number
  /** `score / price`, rounded to 6 decimals: a price per million tokens makes points per dollar per million tokens. */
  scorePerDollar: number
}

/** What a dollar buys on a board. */
export interface Values {
  /** Id of the snapshot. */
  snapshot: string
  /** Keys of the two metrics. */
  score: string
  price: string
  /** Most first, then by name. */
  rows: Value[]
  /** Ids of rows whose price is 0: no number says what a dollar buys there. Best ranked first. */
  free: string[]
  /** Ids of rows that lack score or price. Best ranked first. */
  missing: string[]
}

/**
 * Score for each dollar, by the first metric and a price, e.g. `'priceBlendedUsdPerMillionTokens'`.
 * A ratio of an index and a price orders cheap rows first; see `pareto` for what is worth its price.
 *
 * @throws RangeError for a metric the snapshot does not have, or one that is not in USD.
 */
export function scorePerDollar(snapshot: Snapshot, price: string): Values {
  const [score] = snapshot.metrics
  const unit = snapshot.metrics.find(({ key }) => key === price)?.unit
  if (score === undefined || unit === undefined) {
    throw new RangeError(`${snapshot.id} has no metric ${price}`)
  }
  if (!/^usd\b/i.test(unit)) throw new RangeError(`${price} is not in USD but in ${unit}`)
  const rows: Value[] = []
  const free: string[] = []
  const missing: string[] = []
  for (const entry of rowsById(snapshot.entries).values()) {
    const { id, name } = entry
    const [has, costs] = [scoreOf(entry, score.key), scoreOf(entry, price)]
    if (has === undefined || costs === undefined || costs < 0) missing.push(id)
    else if (costs === 0 || !Number.isFinite(has / costs)) free.push(id)
    else rows.push({ id, name, score: has, price: costs, scorePerDollar: rounded(has / costs) })
  }
  rows.sort(
    (a, b) => b.scorePerDollar - a.scorePerDollar || byText(a.name, b.name) || byText(a.id, b.id),
  )
  return { snapshot: snapshot.id, score: score.key, price, rows, free, missing }
}
