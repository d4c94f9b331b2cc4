import { expect, test } from 'vitest'
import { parseModels } from '../src/index.ts'
import { page } from './fixtures.ts'
import { jsonSurfaces } from './invented-boards.ts'

const push = (value: unknown) =>
  `<script>self.__next_f.push([1,${JSON.stringify(`0:${JSON.stringify(value)}\n`)}])</script>`

/** A row that has all that the page has had since September 2026. */
const whole = {
  slug: 'nova',
  name: 'Nova',
  deprecated: false,
  isOpenWeights: true,
  modelCreatorName: 'Acme',
  contextWindowTokens: 128_000,
  intelligenceIndex: 30,
  intelligenceIndexIsEstimated: false,
  intelligenceIndexCostPerTask: 1,
  price1mInputTokens: 1,
  price1mOutputTokens: 5,
  medianOutputTokensPerSecond: 80,
}

test('reads the board of the page, not its menus', () => {
  const snapshot = parseModels(page)
  expect(snapshot.warnings).toEqual([])
  expect(snapshot).toMatchObject({ series: 'artificial-analysis/page/4.3', version: '4.3.2' })
  expect(snapshot.entries).toStrictEqual([
    {
      id: 'lux-2',
      name: 'Lux 2 (max with fallback)',
      organization: 'Lumen',
      kind: 'model',
      rank: 1,
      values: { intelligenceIndex: 58.25, contextWindowTokens: 128000 },
      effort: 'max',
      openWeights: true,
      flags: ['deprecated'],
    },
    {
      id: 'nova-3',
      name: 'Nova 3 (xhigh)',
      organization: 'Acme',
      kind: 'model',
      rank: 2,
      values: {
        intelligenceIndex: 46.4465506302286,
        outputTokensPerSecond: 90.25,
        priceInputUsdPerMillionTokens: 2,
        priceOutputUsdPerMillionTokens: 6,
        priceBlendedUsdPerMillionTokens: 3,
        costUsdPerTask: 3.738325952106939,
        contextWindowTokens: 1000000,
      },
      effort: 'xhigh',
      openWeights: false,
      flags: [],
    },
    {
      id: 'nova-3-low',
      name: 'Nova 3 (low)',
      organization: 'Acme',
      kind: 'model',
      rank: 3,
      values: {
        intelligenceIndex: 30.1,
        priceInputUsdPerMillionTokens: 2,
        priceOutputUsdPerMillionTokens: 6,
        priceBlendedUsdPerMillionTokens: 3,
        contextWindowTokens: 1000000,
      },
      effort: 'low',
      openWeights: false,
      flags: ['estimated'],
    },
    {
      id: 'dim-3',
      name: 'Dim 3',
      organization: 'Lumen',
      kind: 'model',
      values: {},
      openWeights: false,
      flags: [],
    },
  ])
})

test('reads the RSC body of the page too', () => {
  const snapshot = parseModels(`0:${JSON.stringify({ models: [whole] })}\n`)
  expect(snapshot.series).toBe('artificial-analysis/page')
  expect(snapshot.entries).toMatchObject([{ id: 'nova', rank: 1 }])
  expect(snapshot.warnings).toEqual([])
})

test.for(['initialModels', 'models', 'data'])('finds the list under any key: %s', (key) => {
  expect(parseModels(push({ [key]: [whole] })).entries).toHaveLength(1)
})

test('finds a list whose rows stand in rows of their own', () => {
  const list = '39:["$","div",null,{"models":["$a","$b"]}]\n'
  const rows = [whole, { ...whole, slug: 'lux', name: 'Lux' }]
  const rsc = `${list}a:${JSON.stringify(rows[0])}\nb:${JSON.stringify(rows[1])}\n`
  expect(parseModels(rsc).entries.map(({ id }) => id)).toEqual(['nova', 'lux'])
})

test('reads every generation of names without a word, and gives the same board', () => {
  const boards = jsonSurfaces
    .filter(({ name }) => name.startsWith('page'))
    .map(({ document, toBodies }) => parseModels(toBodies(document)))
  expect(boards).toHaveLength(5)
  const scores = boards.map(({ entries }) =>
    entries.map(({ id, rank, values }) => [
      id,
      rank,
      values['outputTokensPerSecond'],
      values['priceBlendedUsdPerMillionTokens'],
    ]),
  )
  for (const board of scores) expect(board).toEqual(scores[0])
  expect(boards.flatMap(({ warnings }) => warnings)).toEqual([])
})

test('says which fields were read from the places of another generation', () => {
  const { price1mInputTokens, modelCreatorName, ...rest } = whole
  const mixed = {
    ...rest,
    price_1m_input_tokens: price1mInputTokens,
    model_creators: { name: modelCreatorName },
  }
  const { entries, warnings } = parseModels(push({ models: [mixed] }))
  expect(entries[0]).toMatchObject({
    organization: 'Acme',
    values: { priceInputUsdPerMillionTokens: 1 },
  })
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([
    ['field-moved', 'model_creators.name'],
    ['field-moved', 'price_1m_input_tokens'],
  ])
})

test('keeps two efforts apart that share a slug, and takes a repeated row once', () => {
  const models = ['Nova (high)', 'Nova (low)', 'Nova (low)', 'Nova (high)'].map((name) => ({
    ...whole,
    name,
  }))
  const { entries, warnings } = parseModels(push({ models }))
  expect(entries.map(({ id }) => id)).toEqual(['nova/Nova (high)', 'nova/Nova (low)'])
  expect(warnings.map(({ code }) => code)).toEqual(Array(4).fill('duplicate-id'))
})

test('no effort moves where two that share a slug come in another order', () => {
  const scores = { 'Nova (high)': 50, 'Nova (low)': 30 }
  const models = Object.entries(scores).map(([name, intelligenceIndex]) => ({
    ...whole,
    name,
    intelligenceIndex,
  }))
  const [one, other] = [models, models.toReversed()].map((list) =>
    parseModels(push({ models: list })),
  )
  expect(one?.entries).toEqual(other?.entries)
})

test('gives no ranks for models that stand in no list, such as a page about one', () => {
  const snapshot = parseModels(push({ currentModel: whole }))
  expect(snapshot.warnings.map(({ code }) => code)).toEqual(['partial'])
  expect(snapshot.entries[0]).not.toHaveProperty('rank')
})

test('keeps what has failed elsewhere on the page to itself', () => {
  const failed = `5:E{"digest":"1"}\n6:{"x":\n7:["$8:gone"]\n`
  const rsc = `${failed}0:${JSON.stringify({ models: [whole] })}\n`
  expect(parseModels(rsc).warnings).toEqual([])
})

test('passes on what is wrong with the board itself', () => {
  const rsc = `0:${JSON.stringify({ models: [whole, { ...whole, slug: 'b', note: '$9' }] })}\n`
  expect(parseModels(rsc).warnings.map(({ code }) => code)).toEqual(['reference-missing'])
})

test.for([
  ['the one its title states', '<title>Board | Intelligence Index v4.3.2</title>', '4.3.2', []],
  ['the only one it mentions', '<p>Intelligence Index v4.1 has nine parts.</p>', '4.1', []],
  ['none where it mentions two', 'Intelligence Index v4.0, Intelligence Index v4.1', undefined, []],
  ['none of a number that is none', '<p>Intelligence Index v99.1</p>', undefined, []],
  [
    'none where its title lost it',
    '<title>Board | Intelligence Index</title>',
    undefined,
    ['version-unknown'],
  ],
] as const)('knows the version of a page: %s', ([, text, version, codes]) => {
  const snapshot = parseModels(`${text}${push({ models: [whole] })}`)
  expect(snapshot.version).toBe(version)
  expect(snapshot.warnings.map(({ code }) => code)).toEqual(codes)
})

test('tells an empty board from a page without one', () => {
  expect(() => parseModels(push({ models: [] }))).toThrowError(/artificial-analysis: empty/)
  expect(() => parseModels(push({ hosts: [{ slug: 'a' }] }))).toThrowError(
    /artificial-analysis: drift/,
  )
  expect(() => parseModels('<html>Just a moment…</html>')).toThrowError(
    /artificial-analysis: drift/,
  )
})
