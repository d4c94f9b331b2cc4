import { expect, test } from 'vitest'
import { formatChange, formatInteger, formatValue } from '../src/format-number.ts'

test.each([
  [57.2, 'score', '57.2'],
  [54, 'score', '54'],
  [51.25, 'score', '51.3'],
  [1442.04, 'score', '1442'],
  [0, 'score', '0'],
  [-0, 'score', '0'],
  [-0.01, 'score', '0'],
  [62.7, 'percent', '62.7%'],
  [65, 'percent', '65.0%'],
  [100, 'percent', '100.0%'],
  [2_120_660, 'integer', '2,120,660'],
  [82.4, 'integer', '82'],
  [10, 'usd', '$10.00'],
  [4.5, 'usd', '$4.50'],
  [1.005, 'usd', '$1.01'],
  [1_234.5, 'usd', '$1,234.50'],
  [0, 'usd', '$0.00'],
  [0.004, 'usd', '<$0.01'],
  [0.005, 'usd', '$0.01'],
] as const)('%d as %s reads %s', (value, format, text) => {
  expect(formatValue(value, format)).toBe(text)
})

test.each([
  [1.4, 'score', '+1.4'],
  [-0.4, 'score', '−0.4'],
  [0, 'score', '±0'],
  [12.4, 'percent', '+12.4 points'],
  [-3, 'integer', '−3'],
] as const)('a change of %d in %s reads %s', (value, format, text) => {
  expect(formatChange(value, format)).toBe(text)
})

test('integers have thousands separators', () => {
  expect(formatInteger(12_345)).toBe('12,345')
})
