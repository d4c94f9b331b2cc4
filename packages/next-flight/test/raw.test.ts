import { expect, test } from 'vitest'
import { readFlight } from '../src/index.ts'

const page =
  '1:{"more":[{"id":"$$5","next":"$2","gone":"$undefined"}]}\n2:{"id":"two"}\n3:{"more":[1,2]}\n'
const isMore = (value: object) => 'more' in value

test('a raw search gives the first match as it is written', () => {
  const flight = readFlight(page)
  expect(flight.find(isMore, { raw: true })).toEqual({
    more: [{ id: '$$5', next: '$2', gone: '$undefined' }],
  })
  expect(flight.find(isMore, { raw: true, containing: '"more":[1' })).toEqual({ more: [1, 2] })
  expect(flight.find((value) => 'none' in value, { raw: true })).toBeUndefined()
  const withOthers = readFlight(`4:I[1,[],"X"]\n5:T3,abc6:E{"digest":"1"}\n${page}`)
  expect(withOthers.find(isMore, { raw: true })).toMatchObject({ more: [{ id: '$$5' }] })
  expect(withOthers.warningsSoFar().map(({ code }) => code)).toEqual(['error-row'])
})

test('what is searched raw first is resolved when it is asked for', () => {
  const flight = readFlight(page)
  flight.find(isMore, { raw: true })
  expect(flight.find(isMore)).toEqual({ more: [{ id: '$5', next: { id: 'two' } }] })
  expect(flight.warnings).toEqual([])
})

test('a raw search looks at nothing within a match, and is not stopped by depth', () => {
  const deep = `1:${'['.repeat(1500)}{"more":{"more":1}}${']'.repeat(1500)}\n`
  const seen: object[] = []
  const found = readFlight(deep).find(
    (value) => {
      seen.push(value)
      return isMore(value)
    },
    { raw: true },
  )
  expect(found).toEqual({ more: { more: 1 } })
  expect(seen).toHaveLength(1501)
})
