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
 * agent, or two makers' models, of one name stay apart.
 */
export function bestOfEachModel(entries: readonly Entry[]): Entry[] {
  const best = new Map<string, Entry>()
  for (const entry of entries) {
    const key = JSON.stringify([modelName(entry), entry.organization ?? null, entry.kind])
    const known = best.get(key)
    if (known === undefined || place(entry) < place(known)) best.set(key, entry)
  }
  const kept = new Set(best.values())
  return entries.filter((entry) => kept.delete(entry))
}

function place(entry: Entry): number {
  return entry.rank ?? Number.POSITIVE_INFINITY
}
