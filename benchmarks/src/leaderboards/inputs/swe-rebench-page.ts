import { type Cut, type FlightRow, writePushes, writeRows } from './flight-page.ts'
import {
  boundaries,
  inventModels,
  inventResults,
  type RangeResults,
  type SweRebenchModel,
} from './swe-rebench-models.ts'
import { type PrintedRow, writeTable } from './swe-rebench-table.ts'

export interface SweRebenchOptions {
  models: number
  /** `flat` as in May 2026: all windows of all models; `languages` as since that summer: a model's own. */
  shape: 'flat' | 'languages'
  cut: Cut
  /** Early payloads of 2026 held seconds. */
  unit?: 'ms' | 's'
}

/** A page, and what its author meant. */
export interface SweRebenchPage {
  html: string
  /** The JSON of all rows that hold some. */
  payload: string
  window: { from: string; to: string }
  rows: readonly PrintedRow[]
  /** Of another language in the same window, by the model's id; only where the page has languages. */
  python: ReadonlyMap<string, RangeResults>
  news: readonly { date: string; text: string }[]
}

const dates = boundaries(34)
const last = dates.length - 1
const start = last - 5
const languages = ['all', 'go', 'java', 'python', 'rust', 'typescript'] as const
type Language = (typeof languages)[number]

const news = Array.from({ length: 30 }, (_, index) => ({
  date: new Date((dates[last - (index % 30)] ?? 0) + index * 1000).toISOString().slice(0, 10),
  text: `Added Nova ${index} – “evaluated” on ${index} more tasks, 北斗 ${index} deprecated.`,
}))

/** A page of SWE-rebench, true to shape, of invented models and numbers. */
export function sweRebenchPage(options: SweRebenchOptions): SweRebenchPage {
  const { shape, cut, unit = 'ms' } = options
  const models = inventModels(options.models, last).map((model, index) =>
    // With six languages, 13 or 14 boundaries make 595 ranges a model.
    shape === 'flat'
      ? model
      : { ...model, from: Math.max(0, model.to - (index % 12 < 7 ? 13 : 12)) },
  )
  const time = (ms: number) => (unit === 'ms' ? ms : ms / 1000)
  const key = (from: number, to: number) => `${time(dates[from] ?? 0)}:${time(dates[to] ?? 0)}`
  const items = models.map((model, index) => ({
    modelId: model.modelId,
    modelName: model.modelName,
    release: { timestamp: time(model.releasedAt), date: dayOf(model.releasedAt) },
    taskRangeTimestamp: { from: time(dates[model.from] ?? 0), to: time(dates[model.to] ?? 0) },
    agentVersion: model.agentVersion,
    ...metaOf(model, shape),
    rangeStats:
      shape === 'flat'
        ? rangesOf(model, index, 0, last, 'all', key)
        : Object.fromEntries(
            languages.map((language) => [
              language,
              rangesOf(model, index, model.from, model.to, language, key),
            ]),
          ),
  }))
  const props = {
    problems: problems(shape, time),
    items,
    dates: { dates: dates.map(time), initialStartIndex: start, initialEndIndex: last },
  }
  const rows = pageRows(props, models)
  const printed = printedRows(models)
  const head = writeHead(printed)
  const table = writeTable(printed, shape === 'flat' ? 8 : 6)
  return {
    html: `${head}${table}<div class="news yfm">${newsHtml()}</div>${writePushes(writeRows(rows), cut)}</body></html>`,
    payload: JSON.stringify(rows.flatMap((row) => ('json' in row ? [row.json] : []))),
    window: { from: dayOf(dates[start] ?? 0), to: dayOf(dates[last] ?? 0) },
    rows: printed,
    python: new Map(
      shape === 'flat'
        ? []
        : models.flatMap((model, index) =>
            isEvaluated(model)
              ? [[model.modelId, resultsOf(model, index, start, last, 'python')] as const]
              : [],
          ),
    ),
    news,
  }
}

function rangesOf(
  model: SweRebenchModel,
  index: number,
  first: number,
  end: number,
  language: Language,
  key: (from: number, to: number) => string,
): Record<string, RangeResults> {
  const ranges: Record<string, RangeResults> = {}
  for (let from = first; from <= end; from += 1) {
    for (let to = from; to <= end; to += 1) {
      ranges[key(from, to)] = resultsOf(model, index, from, to, language)
    }
  }
  return ranges
}

/**
 * Tasks in Rust and Go came late: until then their windows hold zeros that nobody scored, as do windows
 * that ended before a model was first evaluated.
 */
function resultsOf(
  model: SweRebenchModel,
  index: number,
  from: number,
  to: number,
  language: Language,
): RangeResults {
  const isLate = (language === 'rust' || language === 'go') && to < last - 3
  if (isLate || to <= model.from) return inventResults(model, index, to, to, 0)
  return inventResults(model, index, from, to, languages.indexOf(language))
}

function isEvaluated({ from, to }: SweRebenchModel): boolean {
  return from <= start && to >= last
}

/** As the page orders them: by the rate they have in its window, those without one last. */
function printedRows(models: readonly SweRebenchModel[]): PrintedRow[] {
  const rows = models.map((model, index) => ({
    model,
    results: isEvaluated(model) ? resultsOf(model, index, start, last, 'all') : undefined,
    isContaminated: model.releasedAt > (dates[start] ?? 0),
  }))
  return rows.sort((a, b) => (b.results?.resolvedRate ?? -1) - (a.results?.resolvedRate ?? -1))
}

function metaOf({ developer, isAgent }: SweRebenchModel, shape: 'flat' | 'languages'): object {
  return shape === 'flat' ? {} : { meta: { developer, instance_type: isAgent ? 'agent' : 'model' } }
}

function problems(shape: 'flat' | 'languages', time: (ms: number) => number): object[] {
  return Array.from({ length: 700 }, (_, index) => {
    const ms = (dates[index % dates.length] ?? 0) + 86_400_000
    return {
      problem: `acme__tool-${index}`,
      link: `https://git.example/acme/tool-${index % 90}/pull/${index}`,
      date: dayOf(ms),
      repository: `acme__tool-${index % 90}`,
      timestamp: time(ms),
      ...(shape === 'flat' ? {} : { language: languages[1 + (index % 5)] }),
    }
  })
}

function pageRows(props: object, models: readonly SweRebenchModel[]): FlightRow[] {
  const insights = `<p>What we saw – in short: “Étoile” and 北斗 are steady 😀.</p>\n<ul>${'<li>Nova’s tokens fell.</li>'.repeat(60)}</ul>`
  const chart = models.map(({ modelName, agentVersion }, index) => ({
    type: 'line',
    name: `${modelName} (${agentVersion})`,
    data: [
      { x: 'Mar 2026', y: 40 + (index % 30), marker: { states: { normal: { enabled: true } } } },
    ],
  }))
  return [
    { id: '15', module: '31685,["1309","static/chunks/602d.js"],"Flex"' },
    { id: '16', module: '31685,["1309","static/chunks/602d.js"],"Box"' },
    { id: '17', module: '31685,["1309","static/chunks/602d.js"],"RankTable"' },
    { id: '18', module: '31685,["1309","static/chunks/602d.js"],"Chart"' },
    { id: '19', text: insights },
    { id: '1a', text: insights.replaceAll('Nova', 'Lux') },
    { id: '20', text: newsHtml() },
    {
      id: '7',
      json: [
        '$',
        '$L15',
        null,
        {
          className: '$undefined',
          direction: 'column',
          children: [
            ['$', '$L16', null, { style: { padding: 15 }, children: ['$', '$L17', null, props] }],
            [
              '$',
              '$L18',
              null,
              {
                charts: [{ data: chart }],
                models: '$7:props:children:0:props:children:props:items',
              },
            ],
            [
              '$',
              'div',
              null,
              { className: 'news yfm', dangerouslySetInnerHTML: { __html: '$20' } },
            ],
          ],
        },
      ],
    },
  ]
}

function newsHtml(): string {
  const items = news.map(
    ({ date, text }) => `<li><strong class="news-date">[${date}]:</strong> ${text}</li>\n`,
  )
  return `<h2>News</h2>\n<ul>\n${items.join('')}</ul>\n`
}

function writeHead(rows: readonly PrintedRow[]): string {
  const [from, to] = [dates[start] ?? 0, dates[last] ?? 0].map((ms) =>
    dayOf(ms).split('-').reverse().join('/'),
  )
  const links = '<link rel="stylesheet" href="/_next/static/css/b1f7228bde4092a4.css"/>'.repeat(24)
  return `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>SWE-rebench Leaderboard</title>${links}</head><body><h1>SWE-rebench Leaderboard</h1><div class="g-box g-flex"><span class="g-text">${rows.length}<!-- --> problems from <!-- -->90<!-- --> repositories selected within the current time window.</span></div><div class="g-slider-tooltip__card">${from}</div><input type="hidden" value="${start}"/><div class="g-slider-tooltip__card">${to}</div><input type="hidden" value="${last}"/>`
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
