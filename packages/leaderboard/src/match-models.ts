import type { BoardModel } from './board-models.ts'

type Models = ReadonlyMap<string, BoardModel>

/**
 * Pairs of one model on two boards: by key, and then, of what is left, by looser keys that exactly one
 * model of each whole board has. Names that had several to choose from are told.
 */
export function matchModels(
  first: Models,
  second: Models,
): { pairs: [BoardModel, BoardModel][]; ambiguous: string[] } {
  const pairs = [...first].flatMap(([key, a]): [BoardModel, BoardModel][] => {
    const b = second.get(key)
    return b === undefined ? [] : [[a, b]]
  })
  const ambiguous: string[] = []
  const others = byWords(second)
  for (const [words, as] of byWords(first)) {
    const bs = others.get(words) ?? []
    const [[a, rivalA], [b, rivalB]] = [as, bs]
    if (a === undefined || b === undefined) continue
    if (rivalA === undefined && rivalB === undefined) {
      if (a.key !== b.key && isOne(a, b)) pairs.push([a, b])
      continue
    }
    const left = [
      ...as.filter(({ key }) => !second.has(key)),
      ...bs.filter(({ key }) => !first.has(key)),
    ]
    ambiguous.push(...left.map(({ name }) => name))
  }
  return { pairs, ambiguous }
}

function byWords(models: Models): Map<string, BoardModel[]> {
  const groups = new Map<string, BoardModel[]>()
  for (const model of models.values()) {
    const known = groups.get(model.loose.words)
    if (known === undefined) groups.set(model.loose.words, [model])
    else known.push(model)
  }
  return groups
}

// What only one board tells may be missing from the other; two makers, or two dates, are two models.
function isOne({ loose: a }: BoardModel, { loose: b }: BoardModel): boolean {
  return (
    (a.maker === undefined || b.maker === undefined || a.maker === b.maker) &&
    (a.date === undefined || b.date === undefined || a.date === b.date)
  )
}
