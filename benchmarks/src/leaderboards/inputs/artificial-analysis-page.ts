import { type AnalysedModel, inventAnalysed } from './artificial-analysis-models.ts'
import { type Cut, type FlightRow, writePushes, writeRows } from './flight-page.ts'
import { createRandom } from './random.ts'

/** A page, and what its author meant. */
export interface AnalysisPage {
  html: string
  /** The same as the body of an `RSC: 1` request. */
  rsc: string
  /** The JSON of all rows that hold some. */
  payload: string
  models: readonly AnalysedModel[]
}

/** The model board as since September 2026: a light list for a menu first, the metrics in the second. */
export function artificialAnalysisPage(options: { models: number; cut: Cut }): AnalysisPage {
  const models = inventAnalysed(options.models)
  const rows = pageRows(models)
  const parts = writeRows(rows)
  const head = `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>Comparison of AI models - Intelligence Index v4.3.2 | Artificial Analysis</title></head><body>`
  return {
    html: `${head}${writeTable(models)}${writePushes(parts, options.cut)}</body></html>`,
    rsc: parts.join(''),
    payload: JSON.stringify(rows.flatMap((row) => ('json' in row ? [row.json] : []))),
    models,
  }
}

function pageRows(models: readonly AnalysedModel[]): FlightRow[] {
  const menu = models.map(({ slug, name, creator }) => ({
    slug,
    name,
    shortName: name.replace(/ \(.*\)$/, ''),
    creatorName: creator,
  }))
  const text = `<p>What the index is – “ten evaluations”, read as one 😀.</p>`.repeat(30)
  const lists = { models: models.map(writeModel), dataTestId: '$undefined', note: '$$5 is five' }
  return [
    { id: '3a', module: '91,["12","static/chunks/12.js"],"Board"' },
    { id: '3b', module: '92,["12","static/chunks/12.js"],"Menu"' },
    { id: '30', text },
    { id: '38', json: ['$', 'nav', null, { children: ['$', '$L3b', null, { models: menu }] }] },
    {
      id: '39',
      json: [
        '$',
        'div',
        null,
        { className: 'container pt-8 pb-40', children: [['$', '$L3a', null, lists]] },
      ],
    },
    {
      id: '3c',
      json: ['$', 'p', null, { children: '$30', chart: '$39:props:children:0:props:models' }],
    },
  ]
}

const evaluations = [
  'omniscienceAccuracy',
  'omniscienceNonHallucination',
  'gdpvalNormalized',
  'analystAgent',
  'terminalbenchHard',
  'terminalBench21',
  'terminalBench40',
  'tau2',
  'tauBanking',
  'lcr',
  'hle',
  'gpqa',
  'scicode',
  'ifbench',
  'critpt',
  'apexAgents',
  'itbenchSre',
  'mmmuPro',
]
const speeds = [
  'percentile05OutputTokensPerSecond',
  'quartile25OutputTokensPerSecond',
  'quartile75OutputTokensPerSecond',
  'percentile95OutputTokensPerSecond',
  'medianTimeToFirstTokenSeconds',
  'medianTimeToFirstAnswerTokenSeconds',
  'percentile05TimeToFirstTokenSeconds',
  'quartile25TimeToFirstTokenSeconds',
  'quartile75TimeToFirstTokenSeconds',
  'percentile95TimeToFirstTokenSeconds',
  'medianEndToEndResponseTimeSeconds',
]

function writeModel(model: AnalysedModel, index: number): object {
  const random = createRandom(index)
  const { costPerTask, outputTokensPerSecond } = model
  const fields = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, random() < 0.2 ? null : random()]))
  return {
    slug: model.slug,
    name: model.name,
    shortName: model.name.replace(/ \(.*\)$/, ''),
    deprecated: model.deprecated,
    isReasoning: index % 2 === 1,
    isOpenWeights: model.isOpenWeights,
    paramClass: 'medium',
    priceClass: null,
    modelCreatorName: model.creator,
    modelCreatorColor: '#1c7ff8',
    modelCreatorLogo: '/img/logos/acme.svg',
    contextWindowTokens: model.contextWindowTokens,
    intelligenceIndex: model.intelligenceIndex,
    intelligenceIndexIsEstimated: model.isEstimated,
    omniscience: random() * 200 - 100,
    ...fields(evaluations),
    // Some rows lack the key, others say that it is undefined.
    ...(costPerTask === undefined && index % 2 === 0
      ? {}
      : { intelligenceIndexCostPerTask: costPerTask ?? '$undefined' }),
    price1mInputTokens: model.priceInput,
    price1mOutputTokens: model.priceOutput,
    cacheHitPrice: null,
    cacheWritePrice: null,
    ...(outputTokensPerSecond === undefined
      ? {}
      : { medianOutputTokensPerSecond: outputTokensPerSecond, ...fields(speeds) }),
    medianReasoningTimeSeconds: null,
  }
}

/** Two rows of heads, and words that stand side by side without a space. */
function writeTable(models: readonly AnalysedModel[]): string {
  const heads = ['Model', 'Context Window', 'Creator', 'Artificial Analysis<br/>Intelligence Index']
    .concat(['Cost per Task<br/>USD', 'Median<br/>Tokens/s', 'Latency<br/>First Chunk (s)'])
    .concat(['Total<br/>Response (s)', 'Further<br/>Analysis'])
    .map((head) => `<th class="px-2 py-1">${head}</th>`)
  const groups =
    '<tr><th colspan="3">Features</th><th>Intelligence</th><th>Price</th><th>Output tokens/s</th><th>Latency</th><th>End-to-End</th><th></th></tr>'
  const body = models.map(writeRow).join('')
  return `<table class="w-full text-sm"><thead>${groups}<tr>${heads.join('')}</tr></thead><tbody>${body}</tbody></table>`
}

function writeRow(model: AnalysedModel): string {
  const round = (value: number | null | undefined, digits: number, sign = '') =>
    value === null || value === undefined ? '--' : `${sign}${value.toFixed(digits)}`
  const logo = `<svg class="size-4" viewBox="0 0 24 24" aria-hidden="true"><path d="${'M7 1.25a.75.75 0 0 0-1.5 0V2.5'.repeat(14)}"></path></svg>`
  const cells = [
    `<div class="flex items-center gap-2">${logo}<span>${model.name}</span></div>`,
    `${Math.round(model.contextWindowTokens / 1000)}k`,
    `<div class="flex items-center gap-2">${logo}<span>${model.creator}</span></div>`,
    round(model.intelligenceIndex, 0),
    round(model.costPerTask, 2, '$'),
    round(model.outputTokensPerSecond, 0),
    '--',
    '--',
    `<a class="underline hover:no-underline" href="/models/${model.slug}">Model</a>`,
  ]
  const tds = cells.map(
    (cell) => `<td class="border-b px-2 py-1 text-left align-middle">${cell}</td>`,
  )
  return `<tr class="group hover:bg-muted">${tds.join('')}</tr>`
}
