import { expect, test } from 'vitest'
import { categories, findCategory } from '../src/index.ts'

test('a category, in any case', () => {
  const expected = { id: 'cs.SE', name: 'Software Engineering', archive: 'cs', canonical: 'cs.SE' }
  expect(findCategory('cs.SE')).toEqual(expected)
  expect(findCategory(' CS.se ')).toEqual(expected)
  expect(findCategory('quant-ph')).toMatchObject({ id: 'quant-ph', archive: 'quant-ph' })
})

test.for([
  ['math.MP', 'math-ph'],
  ['stat.TH', 'math.ST'],
  ['math.IT', 'cs.IT'],
  ['q-fin.EC', 'econ.GN'],
  ['cs.SY', 'eess.SY'],
  ['cs.NA', 'math.NA'],
  ['cmp-lg', 'cs.CL'],
  ['supr-con', 'cond-mat.supr-con'],
  ['hep-th', 'hep-th'],
] as const)('%s is listed as %s', ([code, canonical]) => {
  expect(findCategory(code)?.canonical).toBe(canonical)
  expect(findCategory(canonical)?.canonical).toBe(canonical)
})

test('what is none of arXiv’s', () => {
  for (const code of ['', 'cs.XX', '28A80', 'D.2.4', 'constructor', '__proto__'])
    expect(findCategory(code)).toBeUndefined()
})

test('the 155 categories in use', () => {
  expect(categories).toHaveLength(155)
  expect(new Set(categories.map(({ id }) => id)).size).toBe(155)
  expect(categories.filter(({ archive }) => archive === 'cs')).toHaveLength(40)
  for (const { id } of categories) expect(findCategory(id.toUpperCase())?.id).toBe(id)
  for (const gone of ['cmp-lg', 'astro-ph', 'cond-mat', 'q-bio', 'bayes-an']) {
    expect(categories.map(({ id }) => id)).not.toContain(gone)
    expect(findCategory(gone)).toBeDefined()
  }
})
