import { expect, test } from 'vitest'
import { collectDefects } from '../src/index.ts'

test('keeps warnings in their order, with their place where there is one', () => {
  const defects = collectDefects()
  defects.add('b', 'One.', 'rows[1]')
  defects.add('a', 'Two.')
  expect(defects.warnings()).toEqual([
    { code: 'b', message: 'One.', path: 'rows[1]' },
    { code: 'a', message: 'Two.' },
  ])
})

test('keeps twenty of one code, and the number of the others', () => {
  const defects = collectDefects()
  for (let n = 0; n < 1000; n++) defects.add('many', `Number ${n}.`)
  defects.add('one', 'Alone.')
  const warnings = defects.warnings()
  expect(warnings).toHaveLength(22)
  expect(warnings.at(-2)).toEqual({ code: 'one', message: 'Alone.' })
  expect(warnings.at(-1)).toEqual({ code: 'many', message: '980 more of these.' })
})
