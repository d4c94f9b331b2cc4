import type { EntryFlag } from '@inference-report/leaderboard'
import { cutText, type Defects } from '@inference-report/source'
import type { Payload } from './payload.ts'
import { isRecord, type JsonRecord, toDay, toMs } from './payload-fields.ts'
import type { Board, Row } from './row.ts'
import { checkValues } from './values.ts'
import type { Window } from './window.ts'

/** The board for one language and window; `undefined` where the page has no results for them. */
export function boardOfPayload(
  { items }: Payload,
  language: string,
  window: Window,
  defects: Defects,
): Board | undefined {
  const [from, to] = [Date.parse(`${window.from}T00:00:00Z`), Date.parse(`${window.to}T00:00:00Z`)]
  const rows = items.flatMap((item, index) => {
    const stats = statsOf(item, language)
    return stats === undefined
      ? []
      : [{ item, row: readRow(item, stats, from, to, index, defects) }]
  })
  // A window of no length holds zeros that no model scored.
  if (!(from < to) || rows.every(({ row }) => row.flags.includes('out-of-range'))) return undefined
  return { language, window, rows: preferTools(rows, defects) }
}

/** In summer 2026 the ranges moved under a language each; before, there was one language. */
function statsOf(item: JsonRecord, language: string): JsonRecord | undefined {
  const stats = item['rangeStats']
  if (!isRecord(stats)) return undefined
  if (Object.keys(stats).every((key) => /^\d+:\d+$/.test(key))) {
    return language === 'all' ? stats : undefined
  }
  const own = Object.hasOwn(stats, language) ? stats[language] : undefined
  return isRecord(own) ? own : undefined
}

function readRow(
  item: JsonRecord,
  stats: JsonRecord,
  from: number,
  to: number,
  index: number,
  defects: Defects,
): Row {
  const path = `items[${index}]`
  const release = isRecord(item['release']) ? toMs(item['release']['timestamp']) : undefined
  const range = isRecord(item['taskRangeTimestamp']) ? item['taskRangeTimestamp'] : {}
  const [start, end] = [toMs(range['from']), toMs(range['to'])]
  const found = [`${from}:${to}`, `${from / 1000}:${to / 1000}`]
    .map((key) => (Object.hasOwn(stats, key) ? stats[key] : undefined))
    .find(isRecord)
  // Ends after the last evaluation repeat its numbers; the page itself shows those rows as N/A.
  const isEvaluated = (start === undefined || from >= start) && (end === undefined || to <= end)
  const results = isEvaluated ? found : undefined
  const flags: EntryFlag[] = [
    ...(release !== undefined && release > from ? (['contaminated'] as const) : []),
    ...(results === undefined ? (['out-of-range'] as const) : []),
  ]
  return {
    path,
    name: String(item['modelName']).replace(/\s+/g, ' ').trim(),
    kind: 'model',
    values: results === undefined ? {} : checkValues(toValues(results), path, defects),
    ...(release === undefined ? {} : { releasedOn: toDay(release) }),
    flags,
  }
}

function toValues(results: JsonRecord): JsonRecord {
  return {
    resolvedPercent: results['resolvedRate'],
    semPercent: results['sem'],
    passAt5Percent: results['passN'],
    costUsdPerProblem: results['instanceCosts'],
    tokensPerProblem: results['totalTokenUsage'],
    cachedTokensPercent: results['cachedTokenPercentage'],
  }
}

/** A model that was run with and without tools is one row on the board: the one with tools. */
function preferTools(rows: readonly { item: JsonRecord; row: Row }[], defects: Defects): Row[] {
  const byName = new Map<string, { item: JsonRecord; row: Row }>()
  for (const next of rows) {
    const known = byName.get(next.row.name)
    if (known === undefined) byName.set(next.row.name, next)
    else {
      const isBetter =
        next.item['agentVersion'] === 'tools' && known.item['agentVersion'] !== 'tools'
      if (isBetter) byName.set(next.row.name, next)
      const message = `${cutText(next.row.name, 80)} stands twice; the run with tools was kept.`
      defects.add('duplicate-name', message, next.row.path)
    }
  }
  return [...byName.values()].map(({ row }) => row).filter(({ name }) => name !== '')
}
