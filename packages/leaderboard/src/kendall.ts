/**
 * Kendall's tau-b of two lists of numbers, the same thing standing at the same place of both: 1 where
 * they order all alike, -1 where the one is the other reversed, ties allowed for. `undefined` where
 * nothing can be told: fewer than two numbers, or a list whose numbers are all the same.
 *
 * In n log n by Knight's method (Journal of the American Statistical Association 61, 1966, 436–439).
 *
 * @throws RangeError for lists of different lengths, or a NaN.
 */
export function kendallTau(x: readonly number[], y: readonly number[]): number | undefined {
  if (x.length !== y.length) throw new RangeError('the two lists must be of one length')
  const pairs = x.map((a, index): Pair => ({ a, b: y[index] ?? Number.NaN }))
  if (pairs.some(({ a, b }) => Number.isNaN(a) || Number.isNaN(b))) {
    throw new RangeError('NaN has no place in an order')
  }
  pairs.sort((p, q) => compare(p.a, q.a) || compare(p.b, q.b))
  const all = pairsIn(pairs.length)
  const tiedInX = tiedPairs(pairs, (p, q) => p.a === q.a)
  const tiedInBoth = tiedPairs(pairs, (p, q) => p.a === q.a && p.b === q.b)
  const { sorted, swaps } = sortCounting(pairs.map(({ b }) => b))
  const tiedInY = tiedPairs(sorted, (p, q) => p === q)
  // One root of each: their product would leave the whole numbers that doubles hold exactly.
  const scale = Math.sqrt(all - tiedInX) * Math.sqrt(all - tiedInY)
  if (scale === 0) return undefined
  const tau = (all - tiedInX - tiedInY + tiedInBoth - 2 * swaps) / scale
  return Math.max(-1, Math.min(1, Number(tau.toFixed(12)))) + 0
}

interface Pair {
  a: number
  b: number
}

function compare(p: number, q: number): number {
  return p === q ? 0 : p < q ? -1 : 1
}

function pairsIn(count: number): number {
  return (count * (count - 1)) / 2
}

/** Of a sorted list: how many pairs are equal. */
function tiedPairs<T>(sorted: readonly T[], isTied: (a: T, b: T) => boolean): number {
  let [tied, run] = [0, 0]
  let last: T | undefined
  for (const one of sorted) {
    run = last !== undefined && isTied(last, one) ? run + 1 : 0
    tied += run
    last = one
  }
  return tied
}

/** Merge sort, which counts the pairs that stood the wrong way round. */
function sortCounting(values: readonly number[]): { sorted: number[]; swaps: number } {
  if (values.length < 2) return { sorted: [...values], swaps: 0 }
  const middle = values.length >> 1
  const left = sortCounting(values.slice(0, middle))
  const right = sortCounting(values.slice(middle))
  const sorted: number[] = []
  let swaps = left.swaps + right.swaps
  let at = 0
  for (const value of right.sorted) {
    for (let next = left.sorted[at]; next !== undefined && next <= value; next = left.sorted[at]) {
      sorted.push(next)
      at += 1
    }
    swaps += left.sorted.length - at
    sorted.push(value)
  }
  sorted.push(...left.sorted.slice(at))
  return { sorted, swaps }
}
