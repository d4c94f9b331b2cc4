type Json = Record<string, unknown>

/** Twelve invented models with all that any surface tells of one. */
interface Invented {
  slug: string
  name: string
  creator: string
  date: string
  score: number | null
  speed: number | null
  input: number | null
  output: number | null
  cost: number | null
  context: number
  open: boolean
  estimated: boolean
  deprecated: boolean
}

const models: readonly Invented[] = Array.from({ length: 12 }, (_, index) => ({
  slug: `nova-${index}`,
  name: index % 3 === 0 ? `Nova ${index} (high)` : `Nova ${index}`,
  creator: ['Acme', 'Birds', 'Lumen'][index % 3] ?? 'Acme',
  date: `2026-0${1 + (index % 6)}-1${index % 10}`,
  score: index === 11 ? null : 57.25 - 3.5 * index,
  speed: index % 4 === 3 ? null : 40.5 + 13 * index,
  input: index % 5 === 4 ? null : 0.25 + 0.5 * index,
  output: index % 5 === 4 ? null : 1 + 1.5 * index,
  cost: index % 3 === 2 ? null : 0.2 + 0.15 * index,
  context: 128_000 + 8000 * index,
  open: index % 2 === 0,
  estimated: index > 7,
  deprecated: index > 8,
}))

const blend = ({ input, output }: Invented) =>
  input === null || output === null ? null : (3 * input + output) / 4

const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

const freeRow = (model: Invented, index: number): Json => ({
  id: uuid(index),
  name: model.name,
  slug: model.slug,
  release_date: model.date,
  model_creator: { id: `c-${model.creator}`, name: model.creator },
  evaluations: {
    artificial_analysis_intelligence_index: model.score,
    artificial_analysis_coding_index: model.score,
    artificial_analysis_agentic_index: null,
  },
  artificial_analysis_intelligence_index_cost:
    model.cost === null
      ? null
      : { total_cost: model.cost * 1390, cost_per_task: { total_cost: model.cost } },
  pricing: {
    price_1m_input_tokens: model.input,
    price_1m_output_tokens: model.output,
    price_1m_cache_hit_tokens: 0.1,
    price_1m_cache_write_tokens: null,
  },
  performance: {
    median_output_tokens_per_second: model.speed,
    median_time_to_first_token_seconds: 1.5,
  },
})

const envelope = (tier: string, version: number, page: number, total: number, data: Json[]) => ({
  tier,
  intelligence_index_version: version,
  pagination: { page, page_size: 200, total_pages: total, has_more: page < total },
  data,
})

const currentRow = (model: Invented): Json => ({
  slug: model.slug,
  name: model.name,
  shortName: model.name.replace(' (high)', ''),
  deprecated: model.deprecated,
  isReasoning: true,
  isOpenWeights: model.open,
  paramClass: 'large',
  modelCreatorName: model.creator,
  modelCreatorColor: '#123456',
  contextWindowTokens: model.context,
  intelligenceIndex: model.score,
  intelligenceIndexIsEstimated: model.estimated,
  omniscience: -12.5,
  gpqa: 0.8,
  ...(model.cost === null ? {} : { intelligenceIndexCostPerTask: model.cost }),
  price1mInputTokens: model.input,
  price1mOutputTokens: model.output,
  cacheHitPrice: 0.1,
  ...(model.speed === null ? {} : { medianOutputTokensPerSecond: model.speed }),
  medianTimeToFirstTokenSeconds: 1.5,
})

// The cost of a task came to the page with version 4.1 and its next shape.
const withoutCost = ({ intelligenceIndexCostPerTask: _, ...row }: Json): Json => row

const springRow = (model: Invented): Json => ({
  ...withoutCost(currentRow(model)),
  modelCreatorId: `c-${model.creator}`,
  releaseDate: model.date,
  price1mBlended3To1: blend(model),
})

const julyRow = (model: Invented): Json => {
  const {
    modelCreatorName,
    medianOutputTokensPerSecond: _,
    ...row
  } = withoutCost(currentRow(model))
  return {
    ...row,
    releaseDate: model.date,
    creator: { name: modelCreatorName, slug: 'x', color: '#123456', country: 'us' },
    price1mBlended0To3To1: blend(model),
    timescaleData: { medianOutputSpeed: model.speed },
  }
}

const snakeRow = (model: Invented): Json => ({
  slug: model.slug,
  name: model.name,
  short_name: model.name,
  release_date: model.date,
  deprecated: model.deprecated,
  is_open_weights: model.open,
  model_creators: { name: model.creator },
  context_window_tokens: model.context,
  intelligence_index: model.score,
  intelligence_index_is_estimated: model.estimated,
  coding_index: model.score,
  price_1m_input_tokens: model.input,
  price_1m_output_tokens: model.output,
  price_1m_blended_0_3_1: blend(model),
  timescaleData: { median_output_speed: model.speed },
})

const legacyRow = (model: Invented, index: number): Json => ({
  id: uuid(index),
  name: model.name,
  slug: model.slug,
  release_date: model.date,
  model_creator: { id: 'c', name: model.creator, slug: 'x' },
  evaluations: { artificial_analysis_intelligence_index: model.score, gpqa: 0.8 },
  pricing: {
    price_1m_blended_3_to_1: blend(model) ?? 0,
    price_1m_input_tokens: model.input ?? 0,
    price_1m_output_tokens: model.output ?? 0,
  },
  median_output_tokens_per_second: model.speed ?? 0,
  median_time_to_first_token_seconds: 1.5,
})

const proRow = (model: Invented, index: number): Json => {
  const row = freeRow(model, index)
  return {
    ...row,
    reasoning_model: true,
    pricing: { ...Object(row['pricing']), price_1m_blended_3_to_1: blend(model) },
    context_window_tokens: model.context,
    licensing: { is_open_weights: model.open },
  }
}

const title = '<title>LLM Leaderboard | Intelligence Index v4.3.2</title>'

/** A payload with a component, a light list, and the board under the same key. */
function toRsc(rows: readonly Json[]): string {
  const light = rows.map((row) => ({ slug: row['slug'], name: row['name'] }))
  const props = `{"className":"container","children":[["$","$L3",null,{"models":${JSON.stringify(light)}}],["$","$L4",null,{"models":${JSON.stringify(rows)}}]]}`
  return `3:I[1,["a.js"],"Picker"]\n4:I[2,["b.js"],"Board"]\n:HL["/a.css","style"]\n18:T9,café — \n39:["$","div",null,${props}]\n`.replace(
    'T9,café — \n',
    'Ta,café — ',
  )
}

function toPage(rows: readonly Json[]): string {
  const rsc = toRsc(rows)
  const pushes: string[] = []
  for (let at = 0; at < rsc.length; at += 997) {
    const piece = JSON.stringify(rsc.slice(at, at + 997)).replaceAll('<', '\\u003c')
    pushes.push(`<script>self.__next_f.push([1,${piece}])</script>`)
  }
  return `<!DOCTYPE html><html><head>${title}</head><body>${pushes.join('')}</body></html>`
}

/** A surface: its document as JSON that mutations change, and how its bodies are made of that. */
export interface Surface {
  name: string
  /** The document; rows stand in lists. */
  document: Json
  toBodies(document: Json): string | object | (string | object)[]
}

const rowsOf = (document: Json): Json[] => {
  const rows = document['rows']
  return Array.isArray(rows) ? rows : []
}
const page = (name: string, toRow: (model: Invented) => Json): Surface => ({
  name,
  document: { rows: models.map(toRow) },
  toBodies: (document) => toPage(rowsOf(document)),
})

export const jsonSurfaces: readonly Surface[] = [
  {
    name: 'API, free',
    document: envelope('free', 4.3, 1, 1, models.map(freeRow)),
    toBodies: (document) => document,
  },
  {
    name: 'API, free, two pages',
    document: {
      pages: [
        envelope('free', 4.3, 1, 2, models.slice(0, 7).map(freeRow)),
        envelope(
          'free',
          4.3,
          2,
          2,
          models.slice(7).map((model, index) => freeRow(model, index + 7)),
        ),
      ],
    },
    toBodies: ({ pages }) => (Array.isArray(pages) ? pages : []),
  },
  {
    name: 'API, pro',
    document: envelope('pro', 4.3, 1, 1, models.map(proRow)),
    toBodies: (document) => document,
  },
  {
    name: 'API, older',
    document: {
      status: 200,
      prompt_options: { parallel_queries: 1, prompt_length: 1000 },
      data: models.map(legacyRow),
    },
    toBodies: (document) => document,
  },
  page('page, September 2026', currentRow),
  {
    name: 'page as RSC',
    document: { rows: models.map(currentRow) },
    toBodies: (document) => toRsc(rowsOf(document)),
  },
  page('page, July 2026', julyRow),
  page('page, spring 2026', springRow),
  page('page, snake_case', snakeRow),
]

const dollars = (value: number | null) => (value === null ? '--' : `$${value.toFixed(2)}`)

/** The page's table, as heads and rows of cell texts; the slug is its last column's. */
export interface TableSurface {
  name: string
  heads: string[]
  groups: string[]
  rows: string[][]
}

export const tableSurfaces: readonly TableSurface[] = [
  {
    name: 'table of models',
    groups: ['', 'Features', '', 'Intelligence', 'Price', 'Speed', ''],
    heads: [
      'Model',
      'Context Window',
      'Creator',
      'Artificial Analysis<br/>Intelligence Index',
      'Cost per Task<span>USD</span>',
      'Median<br/>Tokens/s',
      'Further Analysis',
    ],
    rows: models.map((model) => [
      model.name,
      `${model.context / 1000}k`,
      model.creator,
      model.score === null ? '--' : String(Math.round(model.score)),
      dollars(model.cost),
      model.speed === null ? 'N/A' : String(Math.round(model.speed)),
      model.slug,
    ]),
  },
  {
    name: 'table of providers',
    groups: ['', '', 'Features', 'Model Intelligence', 'Price', 'Output tokens/s', ''],
    heads: [
      'API Provider',
      'Model',
      'Context<br/>Window',
      'Artificial Analysis<br/>Intelligence Index',
      'Blended<br/>USD/1M Tokens',
      'Median<br/>Tokens/s',
      'Further<br/>Analysis',
    ],
    rows: models.map((model) => [
      `Host of ${model.creator}`,
      model.name,
      `${model.context / 1000}k`,
      model.score === null ? '' : String(Math.round(model.score)),
      dollars(blend(model)),
      model.speed === null ? '' : model.speed.toFixed(1),
      model.slug,
    ]),
  },
]

export function toTable({ heads, groups, rows }: TableSurface): string {
  const cellOf = (text: string, index: number, row: readonly string[]) =>
    index === row.length - 1 && /^[a-z0-9-]+$/.test(text)
      ? `<td><a href="/models/${text}">Model</a></td>`
      : `<td><div class="text-center">${text}</div></td>`
  const headOf = (text: string) =>
    `<th colSpan="1"><button><span>${text}</span><svg><title>Sort</title></svg></button></th>`
  return `<html><body><table><thead><tr>${groups.map(headOf).join('')}</tr><tr>${heads
    .map(headOf)
    .join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map(cellOf).join('')}</tr>`)
    .join('')}</tbody></table></body></html>`
}
