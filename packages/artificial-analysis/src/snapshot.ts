import {
  type Entry,
  type Metric,
  rankEntries,
  readEfforts,
  type Snapshot,
} from '@inference-report/leaderboard'
import { type Defects, SourceError } from '@inference-report/source'
import type { RawBoard } from './board.ts'
import { checkColumns } from './column-checks.ts'
import { readEntry, readText } from './entry.ts'
import { metrics, metricsWith } from './metrics.ts'
import { surfaces } from './surfaces.ts'
import { describeView, type ViewOptions, viewEntries } from './view.ts'

const board = 'artificial-analysis'
const [score] = metrics
const blended = 'priceBlendedUsdPerMillionTokens'

/** What the snapshot cannot know from the body. */
export interface ParseOptions extends ViewOptions {
  /** ISO 8601 UTC, or `YYYY-MM-DD`: when the body was received. */
  capturedAt?: string | undefined
  /** The page a reader can open; by default the board's own. */
  url?: string | undefined
}

export function toSnapshot(raw: RawBoard, options: ParseOptions, defects: Defects): Snapshot {
  const series = [seriesOf(raw), describeView(options) ?? []].flat().join('/')
  const read = readEntries(raw, defects)
  checkColumns(read, raw, defects)
  const isDerived = !read.some(({ values }) => Object.hasOwn(values, blended))
  const priced = isDerived ? read.map(withBlendedPrice) : read
  const ranked = score === undefined ? priced : rankEntries(priced, score)
  if (raw.partial !== undefined) {
    const message = `Only ${raw.partial} were read: there is no ranking without the rest.`
    defects.add('partial', message)
  }
  const entries = raw.partial === undefined ? ranked : ranked.map(({ rank: _, ...entry }) => entry)
  const { capturedAt, url = surfaces.page.url } = options
  return {
    id: capturedAt === undefined ? series : `${board}@${capturedAt}`,
    board,
    series,
    ...(raw.version === undefined ? {} : { version: raw.version }),
    ...(capturedAt === undefined ? {} : { capturedAt }),
    url,
    attribution: { text: 'Artificial Analysis', url: 'https://artificialanalysis.ai/' },
    metrics: presentMetrics(ranked, raw.promptTokens, isDerived),
    entries: viewEntries(entries, options),
    warnings: defects.warnings(),
  }
}

/**
 * Scores of another version of the index mean something else, and each surface has ids of its own. A
 * third figure only corrects a version (4.0.1 … 4.0.4).
 */
function seriesOf({ surface, version, promptTokens }: RawBoard): string {
  const scale = version?.split('.').slice(0, 2).join('.')
  return [
    board,
    ...(surface === 'api' ? [] : [surface]),
    ...(scale === undefined ? [] : [scale]),
    // Both APIs can be asked for other prompts than their usual ones.
    ...(surface === 'legacy' && promptTokens !== undefined && promptTokens !== 1000
      ? [`prompts-${promptTokens}`]
      : []),
  ].join('/')
}

function readEntries(raw: RawBoard, defects: Defects): Entry[] {
  const efforts = readEfforts(raw.models.map(({ fields }) => readText(fields.name) ?? ''))
  const read = raw.models.flatMap((model, index) => {
    const entry = readEntry(model, efforts[index], defects)
    return entry === undefined ? [] : [{ entry, path: model.path }]
  })
  const names = new Map<string, Set<string>>()
  for (const { entry } of read) {
    names.set(entry.id, (names.get(entry.id) ?? new Set()).add(entry.name))
  }
  const entries = new Map<string, Entry>()
  for (const { entry, path } of read) {
    // Two efforts of one model can share a slug, which is all the page has for an id. Neither keeps it:
    // tomorrow the other one may stand first, and would be taken for this one.
    const isShared = (names.get(entry.id)?.size ?? 0) > 1
    const id = isShared ? `${entry.id}/${entry.name}` : entry.id
    if (isShared || entries.has(id)) {
      const told = entries.has(id) ? 'it was left out' : `it became ${id}`
      defects.add('duplicate-id', `Another row has the id ${entry.id} too; ${told}.`, path)
    }
    if (!entries.has(id)) entries.set(id, { ...entry, id })
  }
  if (entries.size > 0) return [...entries.values()]
  throw new SourceError('drift', {
    source: board,
    expected: 'at least one model with an id and a name',
    received: `${raw.models.length} rows without`,
  })
}

// Since June 2026 no free surface prints it; this is the formula of the prices printed until then.
function withBlendedPrice(entry: Entry): Entry {
  const input = entry.values['priceInputUsdPerMillionTokens']
  const output = entry.values['priceOutputUsdPerMillionTokens']
  if (input === undefined || output === undefined) return entry
  const price = Math.round(((3 * input + output) / 4) * 1e6) / 1e6
  return { ...entry, values: { ...entry.values, [blended]: price } }
}

/** The columns that some row has a value in, and always the one the board is ranked by. */
function presentMetrics(
  entries: readonly Entry[],
  promptTokens: number | undefined,
  isDerived: boolean,
): Metric[] {
  return metricsWith(promptTokens)
    .filter(({ key }, index) => index === 0 || entries.some((e) => Object.hasOwn(e.values, key)))
    .map((metric) => (isDerived && metric.key === blended ? { ...metric, derived: true } : metric))
}
