import type { BoardModel } from './board-models.ts'
import { byText } from './order.ts'

/** Where a model stands on one of the boards. */
export interface Standing {
  /** Id and name of its row. */
  id: string
  name: string
  /** On the whole board. */
  rank: number
  /** Among the models that are on both boards; ties share a place. */
  place: number
}

/** A model that is on both boards. */
export interface SharedModel {
  /** As the first board prints it, without its effort. */
  name: string
  a: Standing
  b: Standing
  /** `a.place - b.place`: positive where the second board thinks more of it. */
  placesApart: number
}

/** The pairs with their places among each other, by place on the first board, then by name. */
export function sharedModels(pairs: readonly (readonly [BoardModel, BoardModel])[]): SharedModel[] {
  const first = placesOf(pairs.map(([a]) => a))
  const second = placesOf(pairs.map(([, b]) => b))
  return pairs
    .map(([a, b]): SharedModel => {
      const [placeA, placeB] = [first.get(a) ?? 0, second.get(b) ?? 0]
      return {
        name: a.name,
        a: { id: a.row.id, name: a.row.name, rank: a.rank, place: placeA },
        b: { id: b.row.id, name: b.row.name, rank: b.rank, place: placeB },
        placesApart: placeA - placeB,
      }
    })
    .sort((p, q) => p.a.place - q.a.place || byText(p.name, q.name) || byText(p.a.id, q.a.id))
}

function placesOf(models: readonly BoardModel[]): Map<BoardModel, number> {
  const places = new Map<BoardModel, number>()
  let last: { rank: number; place: number } | undefined
  for (const model of models.toSorted((p, q) => p.rank - q.rank)) {
    if (last?.rank !== model.rank) last = { rank: model.rank, place: places.size + 1 }
    places.set(model, last.place)
  }
  return places
}
