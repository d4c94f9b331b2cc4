import { splitName } from './effort.ts'
import type { Entry } from './snapshot.ts'

/**
 * A row's name without the effort it was run with: `'GPT-5.3 Codex (xhigh)'` → `'GPT-5.3 Codex'`.
 *
 * Only what is the row's own `effort` is taken away, so `'Qwen3-max'` without an effort stays whole.
 * `(Reasoning)` and `(Non-reasoning)` are ways to run one model, hence efforts, see `readEffort`.
 */
export function modelName(entry: Pick<Entry, 'name' | 'effort'>): string {
  if (entry.effort === undefined) return entry.name
  const effort = entry.effort.toLowerCase()
  const split = splitName(entry.name)
  if (split?.effort === effort) return split.model
  const literal = [`(${effort})`, `[${effort}]`, `-${effort}`].find((suffix) =>
    entry.name.toLowerCase().endsWith(suffix),
  )
  const model = literal === undefined ? '' : entry.name.slice(0, -literal.length).trimEnd()
  return model === '' ? entry.name : model
}

/**
 * One row for each model: of the rows that differ only in effort, the best ranked, or the first
 * where none has a rank. Rows keep their order and their ranks on the whole board. A model and an
 * agent, or two makers' models, of one name stay apart; a row that does not tell its maker is of the
 * one maker that the other rows of its name tell, unless they tell several.
 */
export function bestOfEachModel(entries: readonly Entry[]): Entry[] {
  const makers = new Map<string, Set<string>>()
  for (const entry of entries) {
    const key = keyOf(entry)
    const known = makers.get(key) ?? new Set()
    if (entry.organization !== undefined) known.add(entry.organization)
    makers.set(key, known)
  }
  const best = new Map<string, Entry>()
  for (const entry of entries) {
    const known = makers.get(keyOf(entry)) ?? new Set()
    const [first] = known
    const maker = entry.organization ?? (known.size === 1 ? first : undefined)
    const key = JSON.stringify([keyOf(entry), maker ?? null])
    const rival = best.get(key)
    if (rival === undefined || place(entry) < place(rival)) best.set(key, entry)
  }
  const kept = new Set(best.values())
  return entries.filter((entry) => kept.delete(entry))
}

function keyOf(entry: Entry): string {
  return JSON.stringify([modelName(entry), entry.kind])
}

function place(entry: Entry): number {
  return entry.rank ?? Number.POSITIVE_INFINITY
}
