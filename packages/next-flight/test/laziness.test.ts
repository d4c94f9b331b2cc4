import { expect, test } from 'vitest'
import { readFlight } from '../src/index.ts'

const isRows = (value: object) => Array.isArray(value) && Object.hasOwn(Object(value[0]), 'id')
const rsc =
  '1:{"x":\n2:{"rows":[{"id":1}],"more":"$3"}\n3:{"rows":[{"id":2},{"id":3}]}\n4:["$9"]\n0:[1]\n'

test('parses only the rows that hold what is asked for, and what they refer to', () => {
  const flight = readFlight(rsc)
  expect(flight.find(isRows, { containing: '"more"' })).toEqual([{ id: 2 }, { id: 3 }])
  expect(flight.findAll(isRows, { containing: '"more"' })).toHaveLength(2)
  expect(flight.find(isRows, { containing: '"absent"' })).toBeUndefined()
  expect(flight.find(isRows)).toEqual([{ id: 2 }, { id: 3 }])
})

test('tells what was wrong with the rows that were read, and with all on request', () => {
  const flight = readFlight(`5:T3,abc${rsc}`)
  expect(flight.warningsSoFar()).toEqual([])
  flight.find(isRows, { containing: '"more"' })
  expect(flight.warningsSoFar()).toEqual([])
  const codes = ['row-unreadable', 'reference-missing']
  expect(flight.warnings.map(({ code }) => code)).toEqual(codes)
  expect(flight.warningsSoFar().map(({ code }) => code)).toEqual(codes)
})

test('gives the same objects, in whatever order they are asked for', () => {
  const flight = readFlight(
    '1:{"a":"$2","text":"$$5"}\n2:{"b":["$1:a:c",{"id":"$$1"}],"c":{"d":"$D2026-03-02"}}\n',
  )
  const late = flight.find((value) => 'd' in value)
  const rows = flight.rows
  expect(rows).toBe(flight.rows)
  expect(rows.get('1')).toEqual({
    a: { b: [{ d: '2026-03-02T00:00:00.000Z' }, { id: '$1' }], c: late },
    text: '$5',
  })
  expect(Reflect.get(Object(rows.get('2')), 'c')).toBe(late)
})

test('reads an escaped dollar once, however often it is passed', () => {
  const body = '1:{"price":"$$$5","again":"$1:price"}\n2:["$1:price","$1:again","$1"]\n'
  for (const read of [readFlight(body), readFlight(body.split('\n').toReversed().join('\n'))]) {
    expect(read.rows.get('2')).toEqual(['$$5', '$$5', { price: '$$5', again: '$$5' }])
  }
})

test('takes the type of an element for code, also where its row is not there', () => {
  const flight = readFlight('0:["$","$L3a",null,{"rows":["$3b"]}]\n')
  expect(flight.rows.get('0')).toEqual(['$', '$L3a', null, { rows: [undefined] }])
  expect(flight.warnings.map(({ message }) => message)).toEqual([
    'Once: a reference leads nowhere, first at $3b.',
  ])
})

test('cuts what is too deep in the data of the Pages Router too', () => {
  const deep = `${'['.repeat(3000)}${']'.repeat(3000)}`
  const flight = readFlight(`<script id="__NEXT_DATA__">{"a":"$1","deep":${deep}}</script>`)
  expect(flight.rows.get('__NEXT_DATA__')).toMatchObject({ a: '$1' })
  expect(flight.warnings.map(({ code }) => code)).toEqual(['too-deep'])
  expect(() => JSON.stringify(flight.rows.get('__NEXT_DATA__'))).not.toThrow()
})

test('finds what several rows refer to once', () => {
  const flight = readFlight('1:[{"id":1}]\n2:["$1","$1:0"]\n3:{"again":"$1"}\n')
  expect(flight.findAll(isRows)).toEqual([[{ id: 1 }]])
  expect(flight.findAll(() => true)).toHaveLength(4)
})
