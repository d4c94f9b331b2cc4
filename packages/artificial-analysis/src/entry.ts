import type { Entry } from '@inference-report/leaderboard'
import type { Defects } from '@inference-report/source'
import type { RawModel } from './board.ts'
import { metrics, ranges } from './metrics.ts'

/** Checks a row; `undefined` where it has no id or name to be known by. */
export function readEntry(
  model: RawModel,
  effort: string | undefined,
  defects: Defects,
): Entry | undefined {
  const id = readText(model.id)
  const name = readText(model.name)
  if (id === undefined || name === undefined) {
    defects.add('row-unusable', 'The row has no id or no name and was left out.', model.path)
    return undefined
  }
  if (typeof model.name === 'string' && !model.name.isWellFormed()) {
    defects.add('name-repaired', `A broken character of ${name} was replaced.`, model.path)
  }
  const organization = readText(model.organization)
  const releasedOn = readDay(model, defects)
  return {
    id,
    name,
    ...(organization === undefined ? {} : { organization }),
    kind: 'model',
    values: readValues(model, defects),
    ...(releasedOn === undefined ? {} : { releasedOn }),
    ...(effort === undefined ? {} : { effort }),
    ...(typeof model.openWeights === 'boolean' ? { openWeights: model.openWeights } : {}),
    flags: [
      ...(model.estimated === true ? (['estimated'] as const) : []),
      ...(model.deprecated === true ? (['deprecated'] as const) : []),
    ],
  }
}

/** Text without space around it, and without half characters; `undefined` where there is none. */
export function readText(value: unknown): string | undefined {
  // Half a character has no UTF-8 and no canonical JSON.
  const text = typeof value === 'string' ? value.trim().toWellFormed() : ''
  return text === '' ? undefined : text
}

function readDay({ releasedOn, path }: RawModel, defects: Defects): string | undefined {
  if (releasedOn === undefined || releasedOn === null) return undefined
  const text = typeof releasedOn === 'string' ? releasedOn : ''
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text)?.[0]
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  // Date.parse takes 2026-02-30 for the 2nd of March.
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day) return day
  defects.add('date-unreadable', 'The release date is not a date and was left out.', path)
  return undefined
}

function readValues({ values, path }: RawModel, defects: Defects): Record<string, number> {
  return Object.fromEntries(
    metrics.flatMap(({ key }): [string, number][] => {
      const value = values[key]
      if (value === undefined || value === null) return []
      const [least, most] = ranges.get(key) ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        defects.add('value-unreadable', `${key} is not a finite number and was left out.`, path)
        return []
      }
      if (value < least || value > most) {
        const message = `${key} is not between ${least} and ${most} and was left out.`
        defects.add('value-out-of-range', message, path)
        return []
      }
      // JSON has a -0, and no price is one.
      return [[key, value + 0]]
    }),
  )
}
