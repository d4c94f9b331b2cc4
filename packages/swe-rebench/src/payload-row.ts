import type { EntryFlag } from '@inference-report/leaderboard'
import type { Defects } from '@inference-report/source'
import type { FieldReader } from './field-reader.ts'
import {
  isRecord,
  itemFields,
  type JsonRecord,
  resultFields,
  toDay,
  toMs,
} from './payload-fields.ts'
import { readMeta } from './payload-meta.ts'
import type { Row, Span } from './row.ts'
import { isDate } from './window.ts'

/** A row of the payload, with its results in the window not yet checked. */
export interface PayloadRow extends Omit<Row, 'values'> {
  /** By metric key, as the payload has them; `undefined` where it was not evaluated in the window. */
  results: JsonRecord | undefined
  isKindKnown: boolean
}

/** Reads one model's results for a language and a window. */
export function readPayloadRow(
  item: JsonRecord,
  index: number,
  asked: Span & { language: string },
  fields: FieldReader,
  defects: Defects,
): PayloadRow {
  const path = `items[${index}]`
  const release = readRelease(item, path, fields, defects)
  const evaluated = readEvaluated(item, fields)
  // Where the range is not told, what stands for the window may repeat an older result.
  if (evaluated === undefined) {
    const message = 'The payload does not tell when the model was evaluated: its result may be old.'
    defects.add('range-unknown', message, path)
  }
  const isEvaluated =
    evaluated === undefined || (asked.from >= evaluated.from && asked.to <= evaluated.to)
  const found = isEvaluated ? findResults(item, asked, fields) : undefined
  // Of languages not all models were tested in each; of all together, no evaluated window is left out.
  if (found === undefined && isEvaluated && evaluated !== undefined && asked.language === 'all') {
    fields.miss('result in the window')
  }
  const results = found === undefined || isNothing(found) ? undefined : readResults(found, fields)
  const { kind, organization } = readMeta(item, fields)
  const isAgent = kind === 'agent'
  const flags: EntryFlag[] = [
    ...(release !== undefined && release > asked.from ? (['contaminated'] as const) : []),
    ...(isAgent ? (['external'] as const) : []),
    ...(results === undefined ? (['out-of-range'] as const) : []),
  ]
  const id = fields.needText(item, 'id', itemFields.id)
  return {
    path,
    ...(id === undefined ? {} : { id: id.toWellFormed() }),
    name: fields.needText(item, 'name', itemFields.name) ?? nameOfId(id),
    ...(organization === undefined ? {} : { organization: organization.toWellFormed() }),
    kind: kind ?? 'model',
    isKindKnown: kind !== undefined,
    ...(release === undefined ? {} : { releasedOn: toDay(release) }),
    flags,
    results,
    ...(evaluated === undefined ? {} : { evaluated }),
  }
}

function readEvaluated(item: JsonRecord, fields: FieldReader): Span | undefined {
  const from = toMs(fields.need(item, 'evaluated range', itemFields.evaluatedFrom))
  const to = toMs(fields.read(item, 'evaluated range', itemFields.evaluatedTo))
  return from === undefined || to === undefined ? undefined : { from, to }
}

/**
 * In summer 2026 the ranges moved under a language each; before, there was one language. A key is two
 * times, in milliseconds or in seconds.
 */
function findResults(
  item: JsonRecord,
  { from, to, language }: Span & { language: string },
  fields: FieldReader,
): JsonRecord | undefined {
  const ranges = fields.read(item, 'ranges', itemFields.ranges)
  if (!isRecord(ranges)) return undefined
  const own = Object.hasOwn(ranges, language) ? fields.plain(ranges[language]) : undefined
  const stats = isRecord(own) ? own : language === 'all' ? ranges : undefined
  if (stats === undefined) return undefined
  const keys = [`${from}:${to}`, `${from / 1000}:${to / 1000}`]
  return keys.map((key) => (Object.hasOwn(stats, key) ? stats[key] : undefined)).find(isRecord)
}

/**
 * Whether all six numbers are 0, not one of them null: so the payload says that it had no task in the
 * window, or none in the language. A model that solved none of its tasks has tokens, or null for them.
 */
function isNothing(record: JsonRecord): boolean {
  const values = Object.values(record)
  return values.length > 1 && values.every((value) => value === 0)
}

function readResults(record: JsonRecord, fields: FieldReader): JsonRecord {
  return Object.fromEntries(
    Object.entries(resultFields).map(([key, places]) => {
      const value = fields.need(record, key, places)
      // Early runs have null for the cached tokens that nobody counted, and 0 for the rest.
      if (value === null && key !== 'cachedTokensPercent') fields.miss(key)
      return [key, value]
    }),
  )
}

function readRelease(
  item: JsonRecord,
  path: string,
  fields: FieldReader,
  defects: Defects,
): number | undefined {
  const time = fields.need(item, 'release time', itemFields.releasedAt)
  const ms = toMs(time)
  const date = fields.read(item, 'release date', itemFields.releasedOn)
  const day = isDate(date) ? date : undefined
  if (ms === undefined && time !== undefined) {
    defects.add('value-unreadable', 'The time of the release is no time.', path)
  } else if (ms !== undefined && day !== undefined && toDay(ms) !== day) {
    defects.add('release-disagrees', `The release is told as ${toDay(ms)} and as ${day}.`, path)
  }
  return ms ?? (day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`))
}

function nameOfId(id: string | undefined): string {
  return (id ?? '').replace(/__(?:text|tools)$/, '')
}
