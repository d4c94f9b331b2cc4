import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder: string =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))

export const hasCaptures: boolean = existsSync(`${folder}/leaderboards`)

export const readCapture = (file: string): string =>
  readFileSync(`${folder}/leaderboards/${file}`, 'utf8')

type Json = Record<string, unknown>
interface Normalized {
  models: (Json & Record<'creator' | 'evaluations' | 'pricing' | 'speed' | 'capabilities', Json>)[]
}

/**
 * The record behind the board's page in spring 2026: a public git-scraper kept it daily, its fields
 * renamed and nested. This puts those that are read here back under the names it read them from.
 */
function toSpringRow(row: Normalized['models'][number]): Json {
  const score = 'artificial_analysis_intelligence_index'
  return {
    id: row['id'],
    name: row['name'],
    shortName: row['short_name'],
    slug: row['slug'],
    releaseDate: row['release_date'],
    reasoningModel: row['reasoning_model'],
    deprecated: row['deprecated'],
    modelCreatorId: row.creator['id'],
    modelCreatorName: row.creator['name'],
    intelligenceIndex: row.evaluations[score],
    intelligenceIndexIsEstimated: row.evaluations[`${score}_is_estimated`],
    price1mBlended3To1: row.pricing['price_1m_blended_3_to_1'],
    price1mInputTokens: row.pricing['price_1m_input_tokens'],
    price1mOutputTokens: row.pricing['price_1m_output_tokens'],
    medianOutputTokensPerSecond: row.speed['output_tokens_per_second'],
    contextWindowTokens: row.capabilities['context_window_tokens'],
    isOpenWeights: (row['open_weights'] as Json)['is_open_weights'],
  }
}

/** The same record under the names of the other generations that the notes hold. */
export const generations: Readonly<Record<string, (row: Json) => Json>> = {
  'snake_case until May 2026': (row) => ({
    ...snakeCase(row),
    price_1m_blended_3_to_1: row['price1mBlended3To1'],
  }),
  'snake_case with renamed blends': (row) => ({
    ...snakeCase(row),
    price_1m_blended_0_3_1: row['price1mBlended3To1'],
    price_1m_blended_7_2_1: null,
  }),
  'camelCase of spring 2026': (row) => row,
  'camelCase of July 2026': ({ price1mBlended3To1, modelCreatorName, ...row }) => {
    const { medianOutputTokensPerSecond, reasoningModel, modelCreatorId: _, ...rest } = row
    return {
      ...rest,
      isReasoning: reasoningModel,
      creator: { name: modelCreatorName, slug: 'x', color: '#000000', country: null },
      price1mBlended0To3To1: price1mBlended3To1,
      timescaleData: { medianOutputSpeed: medianOutputTokensPerSecond },
    }
  },
}

function snakeCase(row: Json): Json {
  return {
    id: row['id'],
    slug: row['slug'],
    name: row['name'],
    short_name: row['shortName'],
    release_date: row['releaseDate'],
    reasoning_model: row['reasoningModel'],
    deprecated: row['deprecated'],
    model_creators: { name: row['modelCreatorName'] },
    intelligence_index: row['intelligenceIndex'],
    intelligence_index_is_estimated: row['intelligenceIndexIsEstimated'],
    price_1m_input_tokens: row['price1mInputTokens'],
    price_1m_output_tokens: row['price1mOutputTokens'],
    timescaleData: { median_output_speed: row['medianOutputTokensPerSecond'] },
    context_window_tokens: row['contextWindowTokens'],
    is_open_weights: row['isOpenWeights'],
  }
}

export function readNormalized(file: string): Json[] {
  const { models }: Normalized = JSON.parse(readCapture(file))
  return models.map(toSpringRow)
}

/** A page whose payload holds the rows, pushed in pieces of the given size. */
export function toFlightPage(models: unknown, size = 4093, key = 'models'): string {
  const payload = `3:I[1,["a.js"],"Board"]\n39:["$","div",null,{"children":["$","$L3",null,{${JSON.stringify(key)}:${JSON.stringify(models)}}]}]\n`
  const pushes: string[] = []
  for (let at = 0; at < payload.length; at += size) {
    const piece = JSON.stringify(payload.slice(at, at + size)).replaceAll('<', '\\u003c')
    pushes.push(`<script>self.__next_f.push([1,${piece}])</script>`)
  }
  return `<!DOCTYPE html><html><body>${pushes.join('')}</body></html>`
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The providers board of August 2025, from its own head and the rows that were saved as CSV. */
export function toProviderTable(): string {
  const [, ...lines] = readCapture('aa_leaderboards_models_parsed_2025-08-14.csv')
    .trimEnd()
    .split('\n')
  // Provider, model, context window, score, blended price, speed, first chunk, total, reasoning.
  const shown = [0, 1, 2, 9, 22, 25, 30, 36, 37]
  const rows = lines.map((line) => {
    const cells = readCsvLine(line)
    const texts = shown.map((place) => `<td><div>${escapeHtml(cells[place] ?? '')}</div></td>`)
    const slug = (cells[1] ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')
    return `<tr>${texts.join('')}<td><a href="https://artificialanalysis.ai/models/${slug}">Model</a></td></tr>`
  })
  const head = readCapture('aa_leaderboards_models_table_headers_2025-08-13.html')
  return `<table>${head}<tbody>${rows.join('')}</tbody></table>`
}

function readCsvLine(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )
}
