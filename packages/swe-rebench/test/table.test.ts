import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLeaderboard } from '../src/index.ts'
import { may, summer } from './fixtures.ts'

const codes = (html: string) => parseLeaderboard(html).warnings.map(({ code }) => code)
const codeOf = (html: string) => {
  try {
    return parseLeaderboard(html)
  } catch (error) {
    return SourceError.is(error) ? error.code : error
  }
}

/** A table from rows of cells, the first row its heads. */
const table = (...rows: string[][]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`

const head = ['#', 'Model', 'Resolved Rate (%)']

test('reads the eight columns of May 2026', () => {
  const snapshot = parseLeaderboard(may, { capturedAt: '2026-05-28' })
  expect(snapshot.warnings).toEqual([])
  expect(snapshot).toMatchObject({
    id: 'swe-rebench@2026-05-28',
    board: 'swe-rebench',
    series: 'swe-rebench/all/2026-03-01..2026-05-15',
    window: { from: '2026-03-01', to: '2026-05-15' },
    language: 'all',
    capturedAt: '2026-05-28',
    url: 'https://swe-rebench.com/',
    attribution: { url: 'https://swe-rebench.com/' },
  })
  expect(snapshot.entries).toStrictEqual([
    {
      id: 'nova-2-2026-04-23-xhigh',
      name: 'nova-2-2026-04-23-xhigh',
      kind: 'model',
      rank: 1,
      values: {
        resolvedPercent: 62.7,
        semPercent: 0.91,
        passAt5Percent: 70,
        costUsdPerProblem: 2.25,
        tokensPerProblem: 2120660,
        cachedTokensPercent: 90,
      },
      effort: 'xhigh',
      flags: ['contaminated'],
    },
    {
      id: 'larkwright',
      name: 'Larkwright',
      kind: 'agent',
      rank: 2,
      values: {
        resolvedPercent: 60.4,
        semPercent: 1.37,
        passAt5Percent: 71.8,
        costUsdPerProblem: 1001.75,
        tokensPerProblem: 1898131,
        cachedTokensPercent: 92.5,
      },
      flags: ['external'],
    },
    {
      id: 'lux-4.6-high',
      name: 'Lux 4.6-high',
      kind: 'model',
      rank: 2,
      values: {
        resolvedPercent: 60.4,
        semPercent: 0.55,
        passAt5Percent: 63.6,
        tokensPerProblem: 644577,
      },
      effort: 'high',
      flags: [],
    },
    {
      id: 'zero-lab',
      name: 'Zero Lab',
      kind: 'model',
      rank: 4,
      values: { resolvedPercent: 0, semPercent: 0, passAt5Percent: 0 },
      flags: [],
    },
    { id: 'dim-scout', name: 'Dim-Scout', kind: 'model', values: {}, flags: ['out-of-range'] },
  ])
})

test('reads the six columns of summer 2026, their captions, and no label into a name', () => {
  const snapshot = parseLeaderboard(summer)
  expect(snapshot.warnings).toEqual([])
  expect(snapshot.id).toBe('swe-rebench/all/2026-05-15..2026-07-01')
  expect(snapshot.entries.map(({ name, kind, rank, flags }) => [name, kind, rank, flags])).toEqual([
    ['Nova 5.6 [medium]', 'model', 1, ['contaminated']],
    ['Larkwright CLI', 'agent', 2, ['external']],
    ['Lux 5', 'model', 3, []],
    ['Dim-Scout', 'model', undefined, ['out-of-range']],
  ])
  expect(snapshot.entries[0]).toMatchObject({ id: 'nova-5.6-medium', effort: 'medium' })
  expect(snapshot.entries.slice(0, 3).map(({ values }) => values)).toStrictEqual([
    {
      resolvedPercent: 64.5,
      semPercent: 1.41,
      passAt5Percent: 72.1,
      costUsdPerProblem: 1.2,
      tokensPerProblem: 2518308,
      cachedTokensPercent: 94.9,
    },
    {
      resolvedPercent: 61,
      semPercent: 0.9,
      passAt5Percent: 70,
      tokensPerProblem: 999,
      cachedTokensPercent: 1.5,
    },
    { resolvedPercent: 58.2, semPercent: 1, passAt5Percent: 66, tokensPerProblem: 1000000 },
  ])
})

test('knows an agent by its label where its row has no class', () => {
  const unmarked = summer.replace(' rank-table__row-external-system', '')
  expect(parseLeaderboard(unmarked).entries[1]).toMatchObject({
    kind: 'agent',
    flags: ['external'],
  })
})

test('reads columns in any order, and skips a row of groups above them', () => {
  const html = table(
    ['Task', '', ''],
    ['Pass@5 (%)', 'Resolved Rate (%) ▼', 'Model'],
    ['70.0%', '12.5%', 'Nova'],
  )
  expect(parseLeaderboard(html).entries[0]).toMatchObject({
    name: 'Nova',
    values: { resolvedPercent: 12.5, passAt5Percent: 70 },
  })
})

test('leaves out a column it does not know, and says so', () => {
  const html = table([...head, 'Wall time (s)'], ['1', 'Nova', '12.5%', '99'])
  const { entries, metrics, warnings } = parseLeaderboard(html)
  expect(entries[0]?.values).toEqual({ resolvedPercent: 12.5 })
  expect(metrics.map(({ key }) => key)).toEqual(['resolvedPercent'])
  expect(warnings[0]).toEqual({
    code: 'unknown-column',
    message: 'The column "Wall time (s)" was left out.',
    path: 'column 3',
  })
})

test('reads the first of two columns with one head', () => {
  const html = table([...head, 'Resolved Rate (%)'], ['1', 'Nova', '12.5%', '99%'])
  expect(parseLeaderboard(html).entries[0]?.values).toEqual({ resolvedPercent: 12.5 })
  expect(codes(html)).toContain('unknown-column')
})

test('takes no name from an icon', () => {
  const html = table(head, ['1', '<svg><title>Acme logo</title></svg><b>Nova</b>', '3%'])
  expect(parseLeaderboard(html).entries[0]?.name).toBe('Nova')
})

test.for([
  ['GPT-5.6 <b>Sol</b> Mini', 'GPT-5.6 Sol Mini'],
  ['Codex <b>Mini</b> <i>2</i>', 'Codex Mini 2'],
  ['<b>Nova</b>-5', 'Nova-5'],
  ['Nova<br>Pro', 'Nova Pro'],
  ['<div>Nova</div><div>Pro</div>', 'Nova Pro'],
  [' Nova\n  <!-- -->5\u00a0<svg><title>Acme logo</title></svg>Pro ', 'Nova 5 Pro'],
  ['Codex <b>Agent</b>', 'Codex Agent'],
] as const)('reads the whole of the name %s', ([markup, name]) => {
  const marked = `<i>x</i><span class="rank-table__model-name">${markup}</span><i>Model</i>`
  const html = table(head, ['1', marked, '3%'])
  expect(parseLeaderboard(html).entries[0]).toMatchObject({ name, kind: 'model', flags: [] })
})

test('leaves the label out of a name that is not marked, and knows it in parts', () => {
  const html = table(
    head,
    ['1', 'Nova <b>5</b> <i>Model</i>', '3%'],
    ['2', '<b class="rank-table__model-name">Larkwright</b><p>External <i>system</i></p>', '2%'],
    ['3', 'Codex <i>Agent</i>', '1%'],
  )
  expect(parseLeaderboard(html).entries.map(({ name, kind }) => [name, kind])).toEqual([
    ['Nova 5', 'model'],
    ['Larkwright', 'agent'],
    ['Codex', 'agent'],
  ])
})

test.for([
  'Resolved<br>Rate (%)',
  'Resolved <b>Rate</b> (%)',
  '<div>Resolved</div><div>Rate (%)</div>',
  '<span>Resolved</span><span>Rate (%)</span>',
  'Resolved Rate (<i>%</i>)',
])('knows the head %s', (resolved) => {
  const html = table(['#', 'Model', resolved], ['1', 'Nova', '12.5%<br>± 1.5%'])
  const { entries, warnings } = parseLeaderboard(html)
  expect(entries[0]?.values).toEqual({ resolvedPercent: 12.5, semPercent: 1.5 })
  expect(warnings.map(({ code }) => code)).not.toContain('column-renamed')
})

test('never fuses two numbers of a cell', () => {
  const html = table([...head, 'Cost per Problem ($)'], ['1', 'Nova', '3%', '<s>$1</s><b>2.25</b>'])
  expect(parseLeaderboard(html).entries[0]?.values).toEqual({ resolvedPercent: 3 })
  expect(codes(html)).toContain('value-unreadable')
  const captioned = table(
    [...head, 'Tokens per Problem'],
    ['1', 'Nova', '3%', '2518308<span>94.9% cached</span>'],
  )
  expect(parseLeaderboard(captioned).entries[0]?.values).toEqual({
    resolvedPercent: 3,
    tokensPerProblem: 2518308,
    cachedTokensPercent: 94.9,
  })
})

test.for(['N/A', 'N/A cached', '—'])(
  'keeps the tokens of a cell whose caption says %s',
  (caption) => {
    const cell = `<div>2,518,308</div><div>${caption}</div>`
    const html = table([...head, 'Tokens per Problem'], ['1', 'Nova', '3%', cell])
    const { tokensPerProblem, cachedTokensPercent } =
      parseLeaderboard(html).entries[0]?.values ?? {}
    expect([tokensPerProblem, cachedTokensPercent]).toEqual([2518308, undefined])
    expect(codes(html)).not.toContain('value-unreadable')
  },
)

test('reads two dates of one line apart', () => {
  const dates = '<div class="g-slider-tooltip__card">01/03/2026<br>15/05/2026</div>'
  const { window } = parseLeaderboard(dates + table(head, ['1', 'Nova', '3%']))
  expect(window).toEqual({ from: '2026-03-01', to: '2026-05-15' })
})

test('takes other rows of the board for evidence of an effort', () => {
  const effortOf = (...names: string[]) =>
    parseLeaderboard(table(head, ...names.map((name) => ['1', name, '3%']))).entries.map(
      ({ effort }) => effort,
    )
  expect(effortOf('nova-5.2-codex-xhigh', 'nova-5.2-codex-medium')).toEqual(['xhigh', 'medium'])
  expect(effortOf('mistral-medium', 'Qwen3-Max')).toEqual([undefined, undefined])
})

test('replaces half a character of a name and says so, and cuts none in a message', () => {
  const html = table([...head, `${'x'.repeat(79)}😀`], ['1', 'X \ud83d Y', '3%', ''])
  const { entries, warnings } = parseLeaderboard(html)
  expect(entries[0]?.name).toBe('X \ufffd Y')
  expect(warnings.map(({ code }) => code)).toContain('name-repaired')
  const far = table(head, ['1', 'Nova', `${'x'.repeat(79)}😀`], ['2', 'Lux', '3%'])
  for (const snapshot of [parseLeaderboard(html), parseLeaderboard(far)]) {
    for (const { message } of snapshot.warnings) expect(message.isWellFormed()).toBe(true)
  }
})

test('does not read a column in another unit', () => {
  const html = table([...head, 'Cost per Problem (€)'], ['1', 'Nova', '12.5%', '2.25'])
  expect(parseLeaderboard(html).entries[0]?.values).toEqual({ resolvedPercent: 12.5 })
  expect(codes(html)).toContain('unknown-column')
})

test('warns where a column has another name', () => {
  const html = table(['Place', 'System', 'Resolved (%)'], ['1', 'Nova', '12.5%'])
  expect(parseLeaderboard(html).entries[0]?.name).toBe('Nova')
  expect(codes(html).filter((code) => code === 'column-renamed')).toHaveLength(3)
})

test.for([
  ['62.7', 'value-unreadable'],
  ['62,7%', 'value-unreadable'],
  ['0.627', 'value-unreadable'],
  ['1.5e1%', 'value-unreadable'],
  ['-3%', 'value-unreadable'],
  ['101%', 'value-out-of-range'],
])('leaves out a rate of %s', ([text = '', code]) => {
  const html = table(head, ['1', 'Nova', text], ['2', 'Lux', '1%'])
  const { entries, warnings } = parseLeaderboard(html)
  expect(warnings.map((warning) => warning.code)).toContain(code)
  expect(entries.map(({ name, rank }) => [name, rank])).toEqual([
    ['Lux', 1],
    ['Nova', undefined],
  ])
})

test.for([
  ['Cost per Problem ($)', '2.25'],
  ['Cost per Problem ($)', '$2,25'],
  ['Tokens per Problem', '2.1M'],
  ['Tokens per Problem', '2,12,066'],
  ['Cached Tokens (%)', '90'],
])('does not guess at %s %s', ([column = '', text = '']) => {
  const html = table([...head, column], ['1', 'Nova', '12.5%', text])
  expect(parseLeaderboard(html).entries[0]?.values).toEqual({ resolvedPercent: 12.5 })
  expect(codes(html)).toContain('value-unreadable')
})

test('keeps two rows of one name apart', () => {
  const html = table(
    head,
    ['1', 'Nova', '3%'],
    ['2', 'Nova', '2%'],
    ['3', 'Nova-2', '1%'],
    ['4', 'Nova', '1%'],
  )
  expect(parseLeaderboard(html).entries.map(({ id }) => id)).toEqual([
    'nova',
    'nova-2',
    'nova-2-2',
    'nova-3',
  ])
  expect(codes(html).filter((code) => code === 'duplicate-name')).toHaveLength(3)
  const other = table(head, ['1', 'Nova-2', '3%'], ['2', 'Nova', '2%'], ['3', 'Nova', '1%'])
  expect(parseLeaderboard(other).entries.map(({ id }) => id)).toEqual(['nova-2', 'nova', 'nova-3'])
})

test('leaves out a row with a cell too few, instead of shifting its numbers', () => {
  const html = table(head, ['1', 'Nova', '3%'], ['Lux', '2%'], ['3', '', '2%'])
  expect(parseLeaderboard(html).entries.map(({ name }) => name)).toEqual(['Nova'])
  expect(codes(html).filter((code) => code === 'row-unusable')).toHaveLength(2)
})

test('warns where no element is marked as the name, or as the window', () => {
  const html = `<p>From 01/03/2026 to 15/05/2026</p>${table(head, ['1', '<b>No<!-- -->va</b> <i>Model</i>', '3%'])}`
  expect(parseLeaderboard(html)).toMatchObject({
    window: { from: '2026-03-01', to: '2026-05-15' },
    entries: [{ name: 'Nova' }],
  })
  const behind = table(head, ['1', '<b>Nova</b>Model', '3%'], ['2', '<b>Larkwright</b>Agent', '2%'])
  expect(parseLeaderboard(behind).entries.map(({ name, kind }) => [name, kind])).toEqual([
    ['Nova', 'model'],
    ['Larkwright', 'agent'],
  ])
  expect(codes(html).filter((code) => code !== 'field-missing')).toEqual([
    'name-unmarked',
    'window-moved',
  ])
})

// Without a payload, and without an earlier snapshot, only the table can tell what it has lost.
test.for([
  ['Resolved Rate SEM (±)', 'semPercent'],
  ['Pass@5 (%)', 'passAt5Percent'],
  ['Cost per Problem ($)', 'costUsdPerProblem'],
  ['Tokens per Problem', 'tokensPerProblem'],
  ['Cached Tokens (%)', 'cachedTokensPercent'],
])('tells that the column %s has gone, or has no value', ([gone = '', key]) => {
  const cells = ['62.7%', '0.91%', '70.0%', '$2.25', '2,120,660', '90.0%']
  const all = [
    'Resolved Rate (%)',
    'Resolved Rate SEM (±)',
    'Pass@5 (%)',
    'Cost per Problem ($)',
    'Tokens per Problem',
    'Cached Tokens (%)',
  ]
  const at = all.indexOf(gone)
  const rows = (list: string[]) =>
    Array.from({ length: 5 }, (_, i) => [`${i}`, `Nova ${i}`, ...list])
  const tables = [
    table([...head.slice(0, 2), ...all.toSpliced(at, 1)], ...rows(cells.toSpliced(at, 1))),
    table([...head.slice(0, 2), ...all.with(at, '')], ...rows(cells)),
    table([...head.slice(0, 2), ...all], ...rows(cells.with(at, ''))),
  ]
  for (const html of tables) {
    const { warnings } = parseLeaderboard(html)
    expect(warnings.filter(({ code }) => code === 'field-missing')).toMatchObject([{ path: key }])
  }
})

test('refuses a table whose rates are gone while the rest of it stands', () => {
  const html = table([...head, 'Pass@5 (%)'], ['1', 'Nova', '', '70.0%'], ['2', 'Lux', '', '60.0%'])
  expect(codeOf(html)).toBe('drift')
})

test('says where the window is unknown', () => {
  for (const dates of ['', '31/02/2026 15/05/2026', '15/05/2026 01/03/2026']) {
    const snapshot = parseLeaderboard(`<p>${dates}</p>${table(head, ['1', 'Nova', '3%'])}`)
    expect(snapshot.warnings.map(({ code }) => code)).toContain('window-unknown')
    expect(snapshot).not.toHaveProperty('window')
    expect(snapshot.series).toBe('swe-rebench/all/unknown')
  }
})

test.for<[string, string, string]>([
  ['no table', '<p>Just a moment…</p>', 'drift'],
  ['nothing', '', 'drift'],
  ['no model column', may.replace('>Model<', '>Who<'), 'drift'],
  ['no resolved column', may.replace('>Resolved Rate (%)<', '>Score<'), 'drift'],
  ['a table without rows', table(head), 'empty'],
  ['a table that says so', table(head, ['No data']), 'empty'],
  ['rows of another width', table(head, ['Nova', '3%'], ['Lux', '2%']), 'drift'],
  [
    'rates that are all of another shape',
    table(head, ['1', 'Nova', '0.3'], ['2', 'Lux', '0.2']),
    'drift',
  ],
  ['endless depth', '<div>'.repeat(30_000), 'too-large'],
])('throws for %s', ([, html, code]) => {
  expect(codeOf(html)).toBe(code)
})

test('takes a board on which nobody is evaluated for a board', () => {
  const { entries } = parseLeaderboard(table(head, ['1', 'Nova', 'N/A'], ['2', 'Lux', 'N/A']))
  expect(entries.filter((entry) => 'rank' in entry)).toEqual([])
  expect(entries).toHaveLength(2)
})

test('never crashes but with a SourceError, and always gives a sound snapshot', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'N/A',
      '1%',
      '$1',
      '1,000',
      '50% ± 1%',
      '<svg><title>x</title></svg>',
      'Nova',
      '',
      '01/03/2026',
    ),
    fc.string({ maxLength: 12 }),
  )
  const names = fc.constantFrom(
    ...head,
    'Pass@5 (%)',
    'Cost per Problem ($)',
    'Tokens per Problem',
    'Other',
  )
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 4 }))
  fc.assert(
    fc.property(fc.array(names, { maxLength: 2 }), rows, fc.string(), (extra, body, junk) => {
      const result = codeOf(table([...head, ...extra], ...body) + junk)
      if (typeof result === 'string') return
      expect(snapshotSchema.parse(result)).toEqual(result)
      const ids = parseLeaderboard(table([...head, ...extra], ...body) + junk).entries.map(
        ({ id }) => id,
      )
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 300 },
  )
})

test('does not take parts of one for percent, where five rows or more agree on it', () => {
  const rows = (shape: (index: number) => string[]) =>
    Array.from({ length: 5 }, (_, index) => [`${index}`, `Nova ${index}`, ...shape(index)])
  expect(codeOf(table(head, ...rows((index) => [`0.${index + 1}%`])))).toBe('drift')
  const passed = [...head, 'Pass@5 (%)']
  const html = table(passed, ...rows((index) => [`${index + 50}%`, `0.${index + 1}%`]))
  expect(parseLeaderboard(html).metrics.map(({ key }) => key)).toEqual(['resolvedPercent'])
  expect(codes(html)).toContain('unit-suspect')
})
