import { afterAll, describe, expect, test } from 'vitest'
import { parseLeaderboard, parseNews } from '../../src/index.ts'
import { news } from '../fixtures.ts'
import { type Page, props, slider, table, write } from './board.ts'
import { mutate, shapes, units } from './mutate-data.ts'
import { tableChanges } from './mutate-table.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

const surfaces: ReadonlyMap<string, Page> = new Map([
  ['payload, flat', { slider, props: props('flat') }],
  ['payload, languages', { slider, props: props('languages') }],
  ['payload and table of 8', { slider, props: props('flat'), table: table(8) }],
  ['payload and table of 6', { slider, props: props('languages'), table: table(6) }],
  ['table of 8', { slider, table: table(8) }],
  ['table of 6', { slider, table: table(6) }],
])

const itemFields = [
  'modelId',
  'modelName',
  'release',
  'release/timestamp',
  'release/date',
  'taskRangeTimestamp',
  'taskRangeTimestamp/from',
  'taskRangeTimestamp/to',
  'agentVersion',
  'meta',
  'meta/developer',
  'meta/instance_type',
  'rangeStats',
  'rangeStats/all',
]
const resultFields = [
  'resolvedRate',
  'sem',
  'passN',
  'instanceCosts',
  'totalTokenUsage',
  'cachedTokenPercentage',
]
const boardFields = [
  'problems',
  'items',
  'dates',
  'dates/dates',
  'dates/initialStartIndex',
  'dates/initialEndIndex',
]

/** Every change of every field of a payload; one item alone may change its shape too. */
function payloadChanges(shape: 'flat' | 'languages', isChecked: boolean) {
  const results = resultFields.map(
    (field) => `items/*/rangeStats/${shape === 'flat' ? '*' : '*/*'}/${field}`,
  )
  const paths = [...boardFields, ...itemFields.map((field) => `items/*/${field}`), ...results]
  const all = paths.flatMap((path) => [
    ...shapes.map((change) => ({ path, change, onlyOne: false })),
    ...(path.startsWith('items/') ? shapes : []).map((change) => ({ path, change, onlyOne: true })),
    ...units.map((change) => ({ path, change, onlyOne: false })),
    // One row in another unit shows only where there is something to compare it with.
    ...(isChecked ? units : []).map((change) => ({ path, change, onlyOne: true })),
  ])
  // That is how the page itself says that nobody counted them.
  return all.filter(
    ({ path, change, onlyOne }) =>
      !(onlyOne && change.name === 'null' && path.endsWith('cachedTokenPercentage')),
  )
}

interface Case {
  surface: string
  name: string
  outcome: () => Promise<Outcome>
}

/** A change of what a page has not is none. */
const caseOf = (surface: string, name: string, page: Page, changed: Page): Case[] => {
  const [html, other] = [write(page), write(changed)]
  return html === other ? [] : [{ surface, name, outcome: () => outcomeOf(other, html) }]
}

const cases: Case[] = [...surfaces].flatMap(([surface, page]): Case[] => {
  const { props: data, table: printed } = page
  const shape = surface.includes('flat') || surface.includes('8') ? 'flat' : 'languages'
  const ofPayload =
    data === undefined
      ? []
      : payloadChanges(shape, printed !== undefined).flatMap(({ path, change, onlyOne }) => {
          const name = `${path} ${change.name}${onlyOne ? ', of one alone' : ''}`
          return caseOf(surface, name, page, {
            ...page,
            props: mutate(data, path, change, onlyOne),
          })
        })
  const ofTable =
    printed === undefined
      ? []
      : tableChanges.flatMap(({ name, apply }) =>
          caseOf(surface, name, page, { ...page, table: apply(printed) }),
        )
  const dates: [string, string][] = [
    ['class of the slider renamed', slider.replaceAll('g-slider-tooltip__card', 'x')],
    ['dates of the slider removed', ''],
    ['months before days', slider.replace('15/05/2026', '05/15/2026').replace('01/07', '07/01')],
    ['months before days, both of which read', slider.replace('15/05/2026', '03/02/2026')],
    [
      'dates of the slider as ISO',
      slider.replace('15/05/2026', '2026-05-15').replace('01/07/2026', '2026-07-01'),
    ],
  ]
  const ofSlider = dates.flatMap(([name, changed]) =>
    caseOf(surface, name, page, { ...page, slider: changed }),
  )
  return [...ofPayload, ...ofTable, ...ofSlider]
})

const tally = new Map<string, Map<Outcome, number>>()

describe.for([...surfaces])('%s', ([surface, page]) => {
  test('is read without a warning as it is', () => {
    const { entries, warnings } = parseLeaderboard(write(page))
    expect(warnings).toEqual([])
    expect(entries.filter(({ rank }) => rank !== undefined)).toHaveLength(6)
    expect(entries).toHaveLength(7)
  })

  // Some hundred pages each: more than the default on a busy machine.
  test('never gives a wrong value without a word, whichever field changes', {
    timeout: 60_000,
  }, async () => {
    const silent: string[] = []
    const counts = new Map<Outcome, number>()
    for (const { name, outcome } of cases.filter((each) => each.surface === surface)) {
      const found = await outcome()
      counts.set(found, (counts.get(found) ?? 0) + 1)
      if (found === 'silent') silent.push(name)
    }
    tally.set(surface, counts)
    expect(silent).toEqual([])
  })
})

const newsChanges: readonly [string, (html: string) => string][] = [
  ['class renamed', (html) => html.replaceAll('news-date', 'date')],
  ['class removed', (html) => html.replaceAll(' class="news-date"', '')],
  ['element renamed', (html) => html.replaceAll('strong', 'b')],
  ['dates without brackets', (html) => html.replaceAll(/[[\]]/g, '')],
  ['dates in words', (html) => html.replaceAll('2026-05-28', 'May 28, 2026')],
  ['one date in words', (html) => html.replace('2026-04-02', 'April 2, 2026')],
  ['days first', (html) => html.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$3-$2-$1')],
  ['list renamed', (html) => html.replaceAll(/<(\/?)(?:ul|li)/g, '<$1div')],
  ['within a section', (html) => `<section><div>${html}</div></section>`],
  ['removed', () => '<div class="news yfm"></div>'],
]

test('news: another page is the same, a warning or drift', () => {
  const counts = new Map<Outcome, number>()
  const before = JSON.stringify(parseNews(news))
  for (const [name, apply] of newsChanges) {
    let found: Outcome = 'silent'
    try {
      const read = parseNews(apply(news))
      if (read.warnings.length > 0) found = 'warned'
      else if (JSON.stringify(read) === before) found = 'same'
    } catch (error) {
      expect(error, name).toMatchObject({ name: 'SourceError', code: 'drift' })
      found = 'drift'
    }
    expect(found, name).not.toBe('silent')
    counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  tally.set('news', counts)
})

afterAll(() => {
  const outcomes: Outcome[] = ['same', 'warned', 'drift', 'refused', 'silent']
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, index) => (index === 0 ? `${cell}`.padEnd(24) : `${cell}`.padStart(8)))
      .join('')
  const rows = [...tally].map(([surface, counts]) =>
    line([surface, ...outcomes.map((outcome) => counts.get(outcome) ?? 0)]),
  )
  process.stdout.write(`mutations survived\n${line(['', ...outcomes])}\n${rows.join('\n')}\n`)
})
