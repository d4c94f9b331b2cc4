/** How many of some sorted numbers are smaller; by halves, so that large boards stay cheap. */
export function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Without the noise of binary fractions: 46.5 - 46.2 is 0.29999999999999716. Adding 0 makes -0 a 0, as in JSON. */
export function rounded(value: number): number {
  return Number(value.toFixed(6)) + 0
}

/** Their mean, rounded; `undefined` of none, and where it is not finite. */
export function meanOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  const mean = rounded(values.reduce((sum, value) => sum + value / values.length, 0))
  return Number.isFinite(mean) ? mean : undefined
}
