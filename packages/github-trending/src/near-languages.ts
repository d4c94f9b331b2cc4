import { type Language, otherNames } from './languages.ts'

const most = 3

/** Slugs like one that is none, the likeliest first, at most three: another name, a slip, a part. */
export function nearLanguages(slug: string, languages: readonly Language[]): string[] {
  // Longer than any name: nothing is near, and the distance costs its length.
  if (slug.length > 60) return []
  const slugs = languages.map((language) => language.slug)
  const other = otherNames.get(slug)
  const allowed = slug.length < 5 ? 1 : 2
  const slips = slugs
    .map((known) => ({ known, distance: distance(slug, known, allowed) }))
    .filter((each) => each.distance <= allowed)
    .sort((one, two) => one.distance - two.distance)
    .map(({ known }) => known)
  const parts = slug.length < 3 ? [] : slugs.filter((known) => known.split(/[-.]/).includes(slug))
  const begun = slug.length < 3 ? [] : slugs.filter((known) => known.startsWith(slug))
  return [...new Set([...(other === undefined ? [] : [other]), ...slips, ...parts, ...begun])]
    .filter((known) => slugs.includes(known))
    .slice(0, most)
}

/** Insertions, deletions, changes and swaps of neighbours between two words; more than `limit` is infinite. */
function distance(one: string, two: string, limit: number): number {
  if (Math.abs(one.length - two.length) > limit) return Number.POSITIVE_INFINITY
  let beforeLast: number[] = []
  let last = Array.from({ length: two.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= two.length; column += 1) {
      const isSame = one[row - 1] === two[column - 1]
      const isSwap =
        row > 1 &&
        column > 1 &&
        one[row - 1] === two[column - 2] &&
        one[row - 2] === two[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = current
  }
  return last[two.length] ?? Number.POSITIVE_INFINITY
}
