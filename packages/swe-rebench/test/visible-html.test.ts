import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleHtml } from '../src/visible-html.ts'

test.for([
  ['a<script>if (1 < 2) "</p>"</script>b', 'ab'],
  ['a<SCRIPT src=x></Script >b<style>p{}</style>c', 'abc'],
  ['a<svg><svg><title>Acme</title></svg><svg/></svg>b', 'ab'],
  ['110<!-- --> problems<!-- <script> -->', '110 problems'],
  ['a<scripture>b</scripture>', 'a<scripture>b</scripture>'],
  ['a<script>never closed <p>', 'a'],
  ['a<!-- never closed', 'a'],
  ['a<script></scripts></script>b', 'ab'],
  ['</svg>a', '</svg>a'],
  ['a<svg width="1"/>b<svg />c', 'abc'],
  ['a<script/>b</script>c', 'ac'],
  ['', ''],
])('of %j is seen %j', ([html = '', seen]) => {
  expect(visibleHtml(html)).toBe(seen)
})

test('keeps a page without scripts, icons and comments as it is', () => {
  const part = fc.constantFrom('<p>', '</p>', 'text', '<', '>', '&amp;', '<br/>', '<sv>', '--')
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(visibleHtml(parts.join(''))).toBe(parts.join(''))
    }),
  )
})

test.for(['<svg>', '<svg/>', '<script>', '<!--', '<svg></svg>', '<style', '</svg>'])(
  'a hundred thousand times %s takes no time to speak of',
  (part) => {
    expect(visibleHtml(part.repeat(100_000)).length).toBeLessThanOrEqual(part.length * 100_000)
  },
)
