import { expect, test } from 'vitest'
import { geometricMean, median, total } from '../src/measure/arithmetic.ts'
import { checksum } from '../src/measure/checksum.ts'

test('the median of an even number of rounds lies between the middle two', () => {
  expect(median([4, 1, 3])).toBe(3)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('in a geometric mean twice as fast and half as fast cancel out', () => {
  expect(geometricMean([2, 0.5])).toBeCloseTo(1)
  expect(geometricMean([1, 10, 100])).toBeCloseTo(10)
  expect(geometricMean([])).toBeNaN()
})

test('a total', () => {
  expect(total([1, 2, 3.5])).toBe(6.5)
})

test('a checksum reads every field once: nested, inherited, lazy', () => {
  let reads = 0
  const value = {
    list: [1, { text: 'ab' }],
    get lazy() {
      reads += 1
      return true
    },
    date: new Date(5),
    nothing: null,
  }
  expect(checksum(value)).toBe(1 + 'a'.charCodeAt(0) + 1 + 5)
  expect(reads).toBe(1)
  expect(checksum(Object.create({ inherited: 7 }))).toBe(7)
})
