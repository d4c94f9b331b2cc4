import type { Entry } from '@inference-report/leaderboard'
import type { Defects } from '@inference-report/source'
import type { RawModel } from './board.ts'
import { metrics, ranges } from './metrics.ts'

/** Checks a row; `undefined` where it has no id or name to be known by. */
export function readEntry(
  { path, fields }: RawModel,
  effort: string | undefined,
  defects: Defects,
): Entry | undefined {
  const id = readText(fields.id)
  const name = readText(fields.name)
  if (id === undefined || name === undefined) {
    defects.add('row-unusable', 'The row has no id or no name and was left out.', path)
    return undefined
  }
  if (typeof fields.name === 'string' && !fields.name.isWellFormed()) {
    defects.add('name-repaired', `A broken character of ${name} was replaced.`, path)
  }
  const organization = readText(fields.organization)
  if (organization === undefined && isKnown(fields.organization)) unreadable('organization')
  const releasedOn = readDay(fields.releasedOn)
  if (releasedOn === undefined && isKnown(fields.releasedOn)) {
    defects.add('date-unreadable', 'The release date is not a date and was left out.', path)
  }
  const openWeights = readFlag('openWeights')
  const isEstimated = readFlag('estimated') === true
  const isDeprecated = readFlag('deprecated') === true
  return {
    id,
    name,
    ...(organization === undefined ? {} : { organization }),
    kind: 'model',
    values: readValues(fields, path, defects),
    ...(releasedOn === undefined ? {} : { releasedOn }),
    ...(effort === undefined ? {} : { effort }),
    ...(openWeights === undefined ? {} : { openWeights }),
    flags: [
      ...(isEstimated ? (['estimated'] as const) : []),
      ...(isDeprecated ? (['deprecated'] as const) : []),
    ],
  }

  function readFlag(field: 'openWeights' | 'estimated' | 'deprecated'): boolean | undefined {
    const value = fields[field]
    if (typeof value === 'boolean') return value
    // An empty text is no way to say unknown where there was true or false.
    if (isKnown(value) || value === '') unreadable(field)
    return undefined
  }

  function unreadable(field: string): void {
    const message = `${field} is not of the kind it has been and was left out.`
    defects.add('value-unreadable', message, path)
  }
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** Text without space around it, and without half characters; `undefined` where there is none. */
export function readText(value: unknown): string | undefined {
  // Half a character has no UTF-8 and no canonical JSON.
  const text = typeof value === 'string' ? value.trim().toWellFormed() : ''
  // What stands for undefined in a payload of React, where somebody passed it on unread.
  return text === '' || text === '$undefined' ? undefined : text
}

function readDay(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : ''
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text)?.[0]
  if (day === undefined) return undefined
  const time = Date.parse(`${day}T00:00:00Z`)
  // Date.parse takes 2026-02-30 for the 2nd of March.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day ? day : undefined
}

function readValues(
  fields: RawModel['fields'],
  path: string,
  defects: Defects,
): Record<string, number> {
  const values: Record<string, number> = {}
  for (const { key } of metrics) {
    const value = fields[key]
    if (value === undefined || value === null) continue
    const [least, most] = ranges[key]
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      defects.add('value-unreadable', `${key} is not a finite number and was left out.`, path)
    } else if (value < least || value > most) {
      const message = `${key} is not between ${least} and ${most} and was left out.`
      defects.add('value-out-of-range', message, path)
    } else {
      // JSON has a -0, and no price is one.
      values[key] = value + 0
    }
  }
  return values
}
