import { isDeepStrictEqual } from 'node:util'
import type { Snapshot } from '@inference-report/leaderboard'
import { SourceError } from '@inference-report/source'
import { parseModels } from '../src/index.ts'
import type { TableSurface } from './invented-boards.ts'

// What a redesign does to a document, applied to one field of all rows. Deterministic.

export type Json = Record<string, unknown>

export type MutationKind = 'rename' | 'remove' | 'nest' | 'retype' | 're-unit'

export interface Mutation {
  kind: MutationKind
  /** e.g. `'rename data[].pricing'` */
  name: string
  apply(document: Json): Json
}

/** What became of a mutated document. Only `silent` is a defect of the parser. */
export type Outcome = 'same' | 'warned' | 'drift' | 'silent'

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every field of a document; those of rows once, as `data[].name`. */
export function fieldsOf(document: unknown, prefix = ''): string[] {
  // How a test's own document is held, not what a body holds.
  if (isJson(document) && (Array.isArray(document['rows']) || Array.isArray(document['pages']))) {
    const [key = ''] = Object.keys(document)
    return fieldsOf(document[key], key)
  }
  if (Array.isArray(document)) {
    return [...new Set(document.flatMap((item) => fieldsOf(item, `${prefix}[]`)))]
  }
  if (!isJson(document)) return []
  return Object.entries(document).flatMap(([key, value]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`
    return [path, ...fieldsOf(value, path)]
  })
}

/** A copy in which the holder of the field, wherever it stands, was changed. */
function change(document: Json, path: string, edit: (holder: Json, key: string) => void): Json {
  const copy = structuredClone(document)
  const visit = (value: unknown, steps: readonly string[]): void => {
    const [step = '', ...rest] = steps
    if (Array.isArray(value) && step === '[]') {
      for (const item of value) visit(item, rest)
    } else if (isJson(value) && Object.hasOwn(value, step)) {
      if (rest.length === 0) edit(value, step)
      else visit(value[step], rest)
    }
  }
  visit(
    copy,
    path
      .replaceAll('[]', '.[]')
      .split('.')
      .filter((step) => step !== ''),
  )
  return copy
}

/** Keeps the place of the key among the others, which no reader should care for. */
function rename(holder: Json, key: string, next: string): void {
  const entries = Object.entries(holder)
  for (const [name] of entries) delete holder[name]
  for (const [name, value] of entries) holder[name === key ? next : name] = value
}

const retypes: Readonly<Record<string, (value: unknown) => unknown>> = {
  'to text': (value) =>
    value === null || typeof value === 'string' ? value : JSON.stringify(value),
  'to a list': (value) => [value],
  'to a number': (value) => {
    if (typeof value === 'string') return value.length
    return typeof value === 'boolean' ? Number(value) : value
  },
  'to true and false in words': (value) => (typeof value === 'boolean' ? String(value) : value),
  'null to 0': (value) => (value === null ? 0 : value),
}

// Fractions and percent, cents, thousands, a token instead of a million.
const factors = [100, 1 / 100, 1000, 1 / 1000, 1e6, 1e-6]

const units: Readonly<Record<string, (value: unknown) => unknown>> = {
  ...Object.fromEntries(
    factors.map((factor) => [
      `times ${factor}`,
      (value: unknown) => (typeof value === 'number' ? value * factor : value),
    ]),
  ),
  'a minute': (value) => (typeof value === 'number' ? value * 60 : value),
  'date as milliseconds': (value) => (isDate(value) ? Date.parse(value) : value),
  'date by day': (value) => (isDate(value) ? value.split('-').toReversed().join('/') : value),
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** All mutations of one field. */
export function mutationsOf(path: string): Mutation[] {
  const edit =
    (next: (value: unknown) => unknown) =>
    (holder: Json, key: string): void => {
      holder[key] = next(holder[key])
    }
  const of = (
    kind: MutationKind,
    how: string,
    apply: (holder: Json, key: string) => void,
  ): Mutation => ({
    kind,
    name: `${kind} ${how} ${path}`,
    apply: (document) => change(document, path, apply),
  })
  return [
    of('rename', 'V2', (holder, key) => rename(holder, key, `${key}V2`)),
    of('rename', 'upper case', (holder, key) => rename(holder, key, key.toUpperCase())),
    of('remove', 'the key', (holder, key) => {
      delete holder[key]
    }),
    of(
      'remove',
      'the value',
      edit(() => null),
    ),
    of(
      'remove',
      'as undefined',
      edit(() => '$undefined'),
    ),
    of(
      'nest',
      'within',
      edit((value) => ({ value })),
    ),
    of('nest', 'beside', (holder, key) => {
      const value = holder[key]
      delete holder[key]
      holder['details'] = { [key]: value }
    }),
    ...Object.entries(retypes).map(([how, next]) => of('retype', how, edit(next))),
    ...Object.entries(units)
      .filter(([how]) => how !== 'a minute' || /speed|second/i.test(path))
      .map(([how, next]) => of('re-unit', how, edit(next))),
  ]
}

const told = (text: string) => text.replaceAll(/<[^>]*>/g, ' ')

/** The same for a table, whose fields are its columns. */
export function tableMutationsOf(
  table: TableSurface,
): { kind: MutationKind; name: string; table: TableSurface }[] {
  return table.heads.flatMap((head, place) => {
    const withHead = (next: string) => ({ ...table, heads: table.heads.with(place, next) })
    const withCells = (next: (text: string) => string) => ({
      ...table,
      rows: table.rows.map((row) => row.with(place, next(row[place] ?? ''))),
    })
    const without = <T>(row: readonly T[]) => row.toSpliced(place, 1)
    const scaled = (factor: number) => (text: string) =>
      text.replace(/\d+(?:\.\d+)?/, (digits) => String(Number(digits) * factor))
    const of = (kind: MutationKind, how: string, changed: TableSurface) => ({
      kind,
      name: `${kind} ${how} ${told(head)}`,
      table: changed,
    })
    const forms = [
      of(
        'nest',
        'a caption',
        withCells((text) => `${text}<span>(new)</span>`),
      ),
      of(
        'retype',
        'without its sign',
        withCells((text) => text.replace(/[$kKmM]/, '')),
      ),
      of(
        'retype',
        'to words',
        withCells((text) => text.replace(/\d+(\.\d+)?/, 'many')),
      ),
      of(
        're-unit',
        'percent',
        withCells((text) => (/\d/.test(text) ? `${text}%` : text)),
      ),
      ...[100, 1 / 100, 1000, 1 / 1000].map((factor) =>
        of('re-unit', `times ${factor}`, withCells(scaled(factor))),
      ),
    ]
    // A name may be any text: what was added to it cannot be told from what it is.
    const isText = /Model|Creator|Provider|Further/.test(head)
    return [
      ...(isText ? [] : forms),
      of('rename', 'the head', withHead(`${head} (new)`)),
      of('rename', 'the head to another unit', withHead(head.replace(/USD|Tokens\/s/, 'EUR'))),
      of('remove', 'the column', {
        ...table,
        groups: without(table.groups),
        heads: without(table.heads),
        rows: table.rows.map(without),
      }),
      of('remove', 'the head only', { ...table, heads: without(table.heads) }),
      of('remove', 'the cells only', { ...table, rows: table.rows.map(without) }),
      of(
        'remove',
        'what the cells say',
        withCells(() => ''),
      ),
      of('nest', 'another cell', {
        ...table,
        rows: table.rows.map((row) => row.toSpliced(place, 0, 'x')),
      }),
    ]
  })
}

/**
 * What a reader of the snapshot would see; what the parser says of it apart. A blended price that is gone
 * is computed by the source's own formula, and its metric says so: the same figure, openly derived.
 */
const seen = ({ warnings: _, metrics, ...snapshot }: Snapshot) => [
  snapshot,
  metrics.map(({ derived: __, ...metric }) => metric),
]

export function outcomeOf(original: Snapshot, body: Parameters<typeof parseModels>[0]): Outcome {
  try {
    const snapshot = parseModels(body)
    if (snapshot.warnings.length > 0) return 'warned'
    return isDeepStrictEqual(seen(snapshot), seen(original)) ? 'same' : 'silent'
  } catch (error) {
    if (SourceError.is(error) && error.code === 'drift') return 'drift'
    throw error
  }
}

/** Counts by surface, printed under each other. */
export function printTally(tally: ReadonlyMap<string, Readonly<Record<Outcome, number>>>): string {
  const lines = [...tally].map(([name, { same, warned, drift, silent }]) =>
    [
      name.padEnd(34),
      ...[same + warned + drift + silent, same, warned, drift, silent].map((count) =>
        String(count).padStart(9),
      ),
    ].join(''),
  )
  const head = `${'mutated'.padEnd(34)}${['mutations', 'same', 'warned', 'drift', 'silent'].map((text) => text.padStart(9)).join('')}`
  return [head, ...lines].join('\n')
}
