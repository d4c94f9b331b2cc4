import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Entry, type Metric, rankEntries, type Snapshot } from '../src/index.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))

export const hasCaptures: boolean = existsSync(captures)

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(`${captures}/leaderboards/${file}`, 'utf8'))
}

type Json = Record<string, unknown>

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), value)
}

function listAt(value: unknown, ...path: string[]): unknown[] {
  const list = at(value, ...path)
  return Array.isArray(list) ? list : []
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function numbers(values: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).filter((pair): pair is [string, number] => typeof pair[1] === 'number'),
  )
}

const metrics: Metric[] = [
  { key: 'index', label: 'Index', unit: 'points', better: 'higher' },
  { key: 'price', label: 'Blended price', unit: 'USD per million tokens', better: 'lower' },
  { key: 'speed', label: 'Speed', unit: 'tokens/s', better: 'higher' },
]

function board(id: string, name: string, entries: readonly Entry[], columns: Metric[]): Snapshot {
  const [first = { key: '' }] = columns
  return {
    id,
    board: name,
    series: name,
    metrics: columns,
    entries: rankEntries(entries, first),
    warnings: [],
  }
}

/** What a page of Artificial Analysis held that day; `names` says which of its names a row is called by. */
export function artificialAnalysis(day: string, names: 'name' | 'slug' = 'name'): Snapshot {
  const models = listAt(readJson(`aa_page_llms_normalized_${day}.json`), 'models')
  const entries = models.map((model): Entry => {
    const organization = text(at(model, 'creator', 'name'))
    return {
      id: text(at(model, 'id')) ?? '',
      name: text(at(model, names)) ?? '',
      kind: 'model',
      flags: [],
      ...(organization === undefined ? {} : { organization }),
      values: numbers({
        index: at(model, 'evaluations', 'artificial_analysis_intelligence_index'),
        price: at(model, 'pricing', 'price_1m_blended_3_to_1'),
        speed: at(model, 'speed', 'output_tokens_per_second'),
      }),
    }
  })
  return board(`aa@${day}`, 'aa', entries, metrics)
}

/** The names of a part of SWE-rebench's table, in its order, which is all that is read of it here. */
export function sweRebenchNames(): Snapshot {
  const html = readFileSync(
    `${captures}/leaderboards/swerebench_table_excerpt_2026-05-28.html`,
    'utf8',
  )
  const cells = [...html.matchAll(/rank-table__model-name[^>]*>([^<]+)</g)]
  const order: Metric = { key: 'order', label: 'Order', unit: '', better: 'lower' }
  const entries = cells.map(([, name = ''], index): Entry => {
    return {
      id: String(index),
      name: name.trim(),
      kind: 'model',
      flags: [],
      values: { order: index },
    }
  })
  return board('swe-rebench@2026-05-28', 'swe-rebench', entries, [order])
}

/** The board of SWE-bench Verified in one of its own files. */
export function sweBench(day: string): Snapshot {
  const boards = listAt(readJson(`swebench_leaderboards_${day}.json`), 'leaderboards')
  const results = listAt(
    boards.find((one) => at(one, 'name') === 'Verified'),
    'results',
  )
  const entries = results.map((result): Entry => {
    const name = text(at(result, 'name')) ?? ''
    const values = numbers({ resolved: Number(at(result, 'resolved')) })
    return { id: text(at(result, 'folder')) ?? name, name, kind: 'agent', flags: [], values }
  })
  const resolved: Metric = { key: 'resolved', label: 'Resolved', unit: 'percent', better: 'higher' }
  return board(`swe-bench@${day}`, 'swe-bench', entries, [resolved])
}
