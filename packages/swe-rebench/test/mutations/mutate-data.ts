import type { Data } from './board.ts'

/** One way to change the field that a path leads to; a `*` in a path is every item of a list. */
export interface Change {
  name: string
  apply: (parent: { [key: string]: Data }, key: string) => void
}

const scales = [1e-3, 1e-2, 1e2, 1e3]

/** Renames, removes, nests and retypes, whatever stands there. */
export const shapes: readonly Change[] = [
  {
    name: 'renamed',
    apply: (parent, key) => {
      const value = parent[key]
      delete parent[key]
      if (value !== undefined) parent[`${key}New`] = value
    },
  },
  { name: 'removed', apply: (parent, key) => delete parent[key] },
  { name: 'null', apply: (parent, key) => set(parent, key, null) },
  { name: 'nested', apply: (parent, key) => set(parent, key, { value: parent[key] ?? null }) },
  { name: 'in a list', apply: (parent, key) => set(parent, key, [parent[key] ?? null]) },
  {
    name: 'retyped',
    apply: (parent, key) => {
      const value = parent[key]
      set(parent, key, typeof value === 'string' ? 17 : (JSON.stringify(value) ?? ''))
    },
  },
]

/** The same numbers in other units. */
export const units: readonly Change[] = scales.map((scale) => ({
  name: `× ${scale}`,
  apply: (parent, key) => {
    const value = parent[key]
    if (typeof value === 'number') set(parent, key, value * scale)
  },
}))

function set(parent: { [key: string]: Data }, key: string, value: Data): void {
  parent[key] = value
}

/** A copy in which each place of the path is changed, or only that in the third item of a list. */
export function mutate(data: Data, path: string, change: Change, onlyOne: boolean): Data {
  const copy = structuredClone(data)
  let parents: Data[] = [copy]
  const steps = path.split('/')
  for (const step of steps.slice(0, -1)) {
    parents = parents.flatMap((parent) => childrenOf(parent, step))
    if (onlyOne && step === '*' && parents.length > 3) parents = parents.slice(2, 3)
  }
  for (const parent of parents) {
    if (isRecord(parent)) change.apply(parent, steps.at(-1) ?? '')
  }
  return copy
}

function childrenOf(parent: Data, step: string): Data[] {
  if (Array.isArray(parent)) return step === '*' ? parent : []
  if (!isRecord(parent)) return []
  if (step === '*') return Object.values(parent)
  const child = parent[step]
  return child === undefined ? [] : [child]
}

function isRecord(value: Data): value is { [key: string]: Data } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
