import { readEfforts, splitName } from './effort.ts'
import { type LooseKey, looseKey, modelKey } from './model-key.ts'
import { modelName } from './model-name.ts'
import { byText, rowsById } from './order.ts'
import type { Entry, Snapshot } from './snapshot.ts'

/** A ranked model of a board, by its best row. */
export interface BoardModel {
  key: string
  loose: LooseKey
  /** Without the effort, e.g. `'GPT-5.3 Codex'`. */
  name: string
  row: Entry
  rank: number
}

/** How rows become models. */
export interface ModelOptions {
  aliases: ReadonlyMap<string, string>
  /** Whether each effort of a model is a model of its own. */
  isEachEffort: boolean
}

/**
 * The ranked models of a board by key, best first. A key that stands for models of two makers is in
 * `ambiguous` instead: nobody could say which of them another board means.
 */
export function boardModels(
  snapshot: Snapshot,
  options: ModelOptions,
): { models: Map<string, BoardModel>; ambiguous: string[] } {
  const models = new Map<string, BoardModel>()
  const makers = new Map<string, string>()
  const ambiguous = new Map<string, string>()
  const rows = [...rowsById(snapshot.entries).values()]
  const efforts = readEfforts(rows.map(({ name }) => name))
  for (const [index, row] of rows.entries()) {
    if (row.rank === undefined) continue
    const effort = row.effort ?? efforts[index]
    const model = readModel(row, row.rank, effort, options)
    const maker = makers.get(model.key)
    if (row.organization !== undefined) {
      if (maker !== undefined && maker !== row.organization) ambiguous.set(model.key, model.name)
      makers.set(model.key, row.organization)
    }
    if (!models.has(model.key)) models.set(model.key, model)
  }
  for (const key of ambiguous.keys()) models.delete(key)
  return { models, ambiguous: [...ambiguous.values()] }
}

function readModel(
  row: Entry,
  rank: number,
  effort: string | undefined,
  { aliases, isEachEffort }: ModelOptions,
): BoardModel {
  const name = modelName({ name: row.name, effort })
  const called = aliases.get(modelKey(row.name)) ?? aliases.get(modelKey(name)) ?? name
  const kept = isEachEffort ? (effort ?? '').toLowerCase() : ''
  const loose = looseKey(called)
  return {
    // A model and an agent of one name are two things.
    key: JSON.stringify([modelKey(called), row.kind, kept]),
    loose: { ...loose, words: JSON.stringify([loose.words, row.kind, kept]) },
    name,
    row,
    rank,
  }
}

function bareName(name: string): string {
  return splitName(name)?.model ?? name
}

/** By the key of a name, what it is called; of a chain of aliases its end, of a circle always the same name. */
export function readAliases(aliases: Readonly<Record<string, string>>): Map<string, string> {
  const table = new Map(
    Object.entries(aliases).map(([alias, name]) => [modelKey(alias), bareName(name)] as const),
  )
  return new Map([...table.keys()].map((key) => [key, endOf(key, table)] as const))
}

function endOf(start: string, table: ReadonlyMap<string, string>): string {
  const chain = new Map<string, string>()
  let key = start
  for (let name = table.get(key); name !== undefined; name = table.get(key)) {
    key = modelKey(name)
    if (chain.has(key)) {
      const circle = [...chain.keys()].slice([...chain.keys()].indexOf(key))
      return chain.get(circle.sort(byText)[0] ?? key) ?? name
    }
    chain.set(key, name)
  }
  return chain.get(key) ?? start
}
