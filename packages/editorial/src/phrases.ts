/** A row's name where it stands in a text. */
export interface Mention {
  name: string
  at: number
  end: number
}

/** Where names stand in a text, in order; of names that begin alike the longest counts. */
export function mentionsOf(text: string, names: Iterable<string>): Mention[] {
  const found: Mention[] = []
  const sorted = [...new Set(names)]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
  for (const name of sorted) {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
      if (isWhole(text, at, at + name.length)) found.push({ name, at, end: at + name.length })
    }
  }
  found.sort((a, b) => a.at - b.at || b.end - a.end)
  let end = 0
  return found.filter((mention) => {
    const isFree = mention.at >= end
    if (isFree) end = mention.end
    return isFree
  })
}

function isWhole(text: string, at: number, end: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[end] ?? ' ']
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)
}

const boundary = /[,;:.—]\s|\b(?:while|whereas|whilst|as|but|and|though|although)\b/g

/** Where the clauses of a sentence part, as places without a length. */
export function clausesOf(text: string): { at: number; end: number }[] {
  return [...text.matchAll(boundary)].map(({ index }) => ({ at: index, end: index }))
}

/** The last of some places in a text that ends at or before another; by halves. */
export function lastBefore<Place extends { end: number }>(
  places: readonly Place[],
  at: number,
): Place | undefined {
  return places[countBefore(places, at) - 1]
}

/** How many of some places end at or before another. */
export function countBefore(places: readonly { end: number }[], at: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.end ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const negation =
  /(?:\b(?:no|not|nor|never|none|nobody|nothing|neither|without|cannot|rather than|instead of|failed to|yet to)|n['’]t)\b[^,;:.]{0,24}$/i

/** Whether what stands at a place is denied there: "did not rise". */
export function isDenied(text: string, at: number): boolean {
  return negation.test(text.slice(Math.max(0, at - 40), at))
}
