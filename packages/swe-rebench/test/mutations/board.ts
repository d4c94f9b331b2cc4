/** Plain data, which mutations may change in any way. */
export type Data = { [key: string]: Data } | Data[] | string | number | boolean | null

export interface Page {
  /** The properties of the board in the payload; absent where the page has no payload. */
  props?: Data
  /** The table's HTML; absent where the page has none. */
  table?: string
  slider: string
}

const [start, end] = [Date.UTC(2026, 4, 15), Date.UTC(2026, 6, 1)]
const dates = [Date.UTC(2026, 4, 1), start, Date.UTC(2026, 5, 1), Date.UTC(2026, 5, 15), end]

// Name, rate, error, pass@5, cost, tokens, cached, days from the window's begin to the release.
const models = [
  ['Nova 5.6 [medium]', 64.504504, 1.413005, 78.378378, 4.400018, 2518308.09, 94.938011, 25],
  ['Larkwright CLI', 61.002, 0.9012, 70.0451, 1.751, 1898131.4, 92.51, -60],
  ['Lux 5 [high]', 58.2222, 1.002, 66.1234, 2.0204, 2479387.2, 95.52, -20],
  ['Tern-Coder', 44.1, 2.1, 55.5, 0.231, 1031653.9, 98.66, -100],
  ['Marrow 8', 39.95, 0.53, 50.25, 0.62, 834452.3, 83.49, 10],
  ['Quill', 31.3, 1.47, 43.47, null, null, null, -300],
] as const

function results(index: number, shift: number): Data {
  const [, rate = 0, sem = 0, pass = 0, cost, tokens, cached] = models[index] ?? []
  return {
    resolvedRate: rate + shift,
    sem,
    passN: pass + shift,
    instanceCosts: cost ?? 0,
    totalTokenUsage: tokens ?? 0,
    cachedTokenPercentage: cached ?? null,
  }
}

function ranges(index: number, shift: number): Data {
  const zero = { resolvedRate: 0, sem: 0, passN: 0, instanceCosts: 0, totalTokenUsage: 0 }
  return {
    [`${start}:${start}`]: { ...zero, cachedTokenPercentage: 0 },
    [`${start}:${Date.UTC(2026, 5, 15)}`]: results(index, shift - 3),
    [`${start}:${end}`]: results(index, shift),
  }
}

function item(index: number, shape: 'flat' | 'languages'): Data {
  const [name = '', , , , , , , days = 0] = models[index] ?? []
  const released = start + days * 86_400_000
  const kind = { developer: 'acme', instance_type: index === 1 ? 'agent' : 'model' }
  return {
    modelId: `${name}__tools`,
    modelName: name,
    release: { timestamp: released, date: new Date(released).toISOString().slice(0, 10) },
    taskRangeTimestamp: { from: dates[0] ?? 0, to: end },
    agentVersion: 'tools',
    ...(shape === 'flat' ? {} : { meta: kind }),
    rangeStats:
      shape === 'flat' ? ranges(index, 0) : { all: ranges(index, 0), python: ranges(index, 5) },
  }
}

/** Evaluated until June only: what stands for the window repeats older results. */
function old(shape: 'flat' | 'languages'): Data {
  const data = item(5, shape)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data
  const taskRangeTimestamp = { from: dates[0] ?? 0, to: Date.UTC(2026, 5, 15) }
  return { ...data, modelId: 'Dim-Scout__text', modelName: 'Dim-Scout', taskRangeTimestamp }
}

export function props(shape: 'flat' | 'languages'): Data {
  return {
    problems: [{ problem: 'acme__tool-1', date: '2026-05-15', timestamp: start }],
    items: [...models.map((_, index) => item(index, shape)), old(shape)],
    dates: { dates: [...dates], initialStartIndex: 1, initialEndIndex: 4 },
  }
}

const heads = {
  8: [
    'Rank',
    'Model',
    'Resolved Rate (%)',
    'Resolved Rate SEM (±)',
    'Pass@5 (%)',
    'Cost per Problem ($)',
    'Tokens per Problem',
    'Cached Tokens (%)',
  ],
  6: [
    '#',
    'Model',
    'Resolved Rate (%)',
    'Pass@5 (%)',
    'Cost per Problem ($)',
    'Tokens per Problem',
  ],
} as const

export function table(columns: 6 | 8): string {
  const rows = models.map((_, index) => row(index, columns))
  const na = Array(columns - 2).fill('<td>N/A</td>')
  const inactive = `<tr class="g-table__row rank-table__row-inactive"><td>7</td><td>${nameCell('Dim-Scout', 'Model', columns)}</td>${na.join('')}</tr>`
  const ths = heads[columns].map((head) => `<th><div>${head}</div></th>`).join('')
  return `<table class="g-table__table"><thead><tr class="g-table__row">${ths}</tr></thead><tbody>${rows.join('')}${inactive}</tbody></table>`
}

function row(index: number, columns: 6 | 8): string {
  const [name = '', rate = 0, sem = 0, pass = 0, cost, tokens, cached, days = 0] =
    models[index] ?? []
  const [resolved, error] = [`${rate.toFixed(1)}%`, `${sem.toFixed(2)}%`]
  const dollars = cost === null || cost === undefined ? 'N/A' : `$${cost.toFixed(2)}`
  const used = tokens ? Math.round(tokens).toLocaleString('en-US') : 'N/A'
  const share = cached ? `${cached.toFixed(1)}%` : 'N/A'
  const mark = index === 1 ? 'external-system' : days > 0 ? 'contamination-risk' : ''
  const may = {
    'external-system': 'highlight-external-system',
    'contamination-risk': 'highlight',
    '': '',
  }
  const suffix = columns === 8 ? may[mark] : mark
  const cells =
    columns === 8
      ? [resolved, error, `${pass.toFixed(1)}%`, dollars, used, share]
      : [
          `<div><span>${resolved}</span><span class="caption">± ${error}</span></div>`,
          `${pass.toFixed(1)}%`,
          dollars,
          share === 'N/A' ? used : `<div><span>${used}</span><span>${share} cached</span></div>`,
        ]
  const label = index === 1 ? 'Agent' : 'Model'
  return `<tr class="g-table__row${suffix === '' ? '' : ` rank-table__row-${suffix}`}"><td>${index + 1}</td><td>${nameCell(name, label, columns)}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
}

function nameCell(name: string, label: string, columns: 6 | 8): string {
  const icon = '<svg class="g-icon"><title>Acme</title><path d="M0 0"></path></svg>'
  if (columns === 8) return `<div>${icon}<div class="rank-table__model-name">${name}</div></div>`
  return `<div>${icon}<span class="g-text rank-table__model-name">${name}</span><div><div class="g-label">${label}</div></div></div>`
}

export const slider =
  '<div class="g-slider-tooltip__card">15/05/2026</div><div class="g-slider-tooltip__card">01/07/2026</div>'

/** The page as it is served. */
export function write(page: Page): string {
  const rows = `15:I[1,[],"RankTable"]\n7:${JSON.stringify(['$', '$L15', null, page.props ?? null])}\n`
  const half = Math.floor(rows.length / 2)
  const pushes = [rows.slice(0, half), rows.slice(half)]
    .map((part) => `<script>self.__next_f.push(${JSON.stringify([1, part])})</script>`)
    .join('')
  return `<!DOCTYPE html><body>${page.slider}${page.table ?? ''}${page.props === undefined ? '' : pushes}</body>`
}
