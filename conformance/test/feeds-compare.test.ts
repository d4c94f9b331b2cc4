import { describe, expect, test } from 'vitest'
import type { Check } from '../src/feeds/check.ts'
import { agrees } from '../src/feeds/compare.ts'
import { shapeOf } from '../src/feeds/markup.ts'
import { readField } from '../src/feeds/read-field.ts'
import { inScope } from '../src/feeds/scope.ts'

function compare(compare: Check['compare'], expected: unknown, actual: unknown, isMarkup = false) {
  return agrees({ field: 'x', compare, expected }, actual, isMarkup)
}

describe('nothing', () => {
  test.for(['text', 'html', 'url', 'instant', 'exact', 'language'] as const)('%s', (kind) => {
    for (const nothing of [undefined, null, '', ' ']) {
      expect(compare(kind, nothing, undefined)).toBe(true)
      expect(compare(kind, nothing, 'x')).toBe(false)
      expect(compare(kind, 'x', nothing)).toBe(false)
    }
  })
})

describe('text', () => {
  test('white space is presentation', () => {
    expect(compare('text', 'a\n  b', ' a b')).toBe(true)
    expect(compare('text', 'a b', 'ab')).toBe(false)
  })

  test('an expectation in HTML is met by what it shows', () => {
    expect(compare('text', '<p>a</p><p>b &amp; c</p>', 'a b & c')).toBe(true)
    expect(compare('text', 'a &amp; b', 'a & b')).toBe(true)
  })

  test('plain text that is still escaped is wrong, markup that is escaped is not', () => {
    expect(compare('text', 'a & b', 'a &amp; b')).toBe(false)
    expect(compare('text', 'a & b', 'a &amp; b', true)).toBe(true)
  })
})

describe('html', () => {
  test('order of attributes, case, outer space and comments are presentation', () => {
    expect(compare('html', '<A b="1" a="2">x</A>', '\n<a a=2 b=1>x<!-- y --></a>')).toBe(true)
  })

  test('elements, attributes and text are not', () => {
    expect(compare('html', '<b>x</b>', '<i>x</i>')).toBe(false)
    expect(compare('html', '<a href="/x">x</a>', '<a>x</a>')).toBe(false)
    expect(compare('html', '<b>x</b>', '&lt;b>x&lt;/b>')).toBe(false)
    expect(compare('html', 'a&nbsp;b', 'a b')).toBe(false)
  })

  test('one div around everything is not content, two are', () => {
    expect(shapeOf('<div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div>')).toBe('<p>x</p>')
    expect(shapeOf('<div>a</div><div>b</div>')).toBe('<div>a</div><div>b</div>')
    expect(shapeOf('<div class="a">b</div>')).not.toBe('b')
  })

  test('an address is the same however it is escaped', () => {
    const [a, b] = ['<a href="http://a.example/À">x</a>', '<a href="http://a.example/%C3%80">x</a>']
    expect(compare('html', a, b)).toBe(true)
  })

  test('a line break ended apart is one', () => {
    expect(compare('html', 'a<br></br>b', 'a<br/>b')).toBe(true)
    expect(compare('html', 'a<br/><br/>b', 'a<br/>b')).toBe(false)
  })
})

test('HTML at most: fewer elements and attributes pass, others do not', () => {
  const expected = '<a href="http://a.example/" title="t">x</a>'
  expect(compare('html-at-most', expected, '<a href="http://a.example/">y</a>')).toBe(true)
  expect(compare('html-at-most', expected, undefined)).toBe(true)
  expect(compare('html-at-most', expected, '<a href="javascript:x()">x</a>')).toBe(false)
  expect(compare('html-at-most', expected, '<a onclick="x()">x</a>')).toBe(false)
  expect(compare('html-at-most', expected, '<script>x</script>')).toBe(false)
})

test('addresses, by WHATWG', () => {
  expect(compare('url', 'http://A.example', 'http://a.example/')).toBe(true)
  expect(compare('url', 'http://a.example/x', 'http://a.example/x/')).toBe(false)
  expect(compare('url', 'http://a.example/x', 'https://a.example/x')).toBe(false)
})

test('instants, to the second', () => {
  expect(compare('instant', '2026-11-20T10:30:00+01:00', '2026-11-20T09:30:00.5Z')).toBe(true)
  expect(compare('instant', '2026-11-20T09:30:00Z', '2026-11-20T09:30:01Z')).toBe(false)
  expect(compare('instant', '2026-11-20T09:30:00Z', 'Friday')).toBe(false)
})

test('exactly: numbers are no texts', () => {
  expect(compare('exact', 1, 1)).toBe(true)
  expect(compare('exact', 1, '1')).toBe(false)
  expect(compare('exact', [1, 2], [1, 2])).toBe(true)
  expect(compare('exact', false, undefined)).toBe(false)
})

test('languages, without case', () => {
  expect(compare('language', 'en_us', 'en-US')).toBe(true)
  expect(compare('language', 'en', 'en-US')).toBe(false)
})

test('people, in order, with what is known of them', () => {
  const ada = { name: 'Ada', email: 'ada@a.example' }
  expect(compare('people', [{ name: 'Ada' }], [ada])).toBe(true)
  expect(compare('people', [{ name: 'Ada (ada@a.example)' }], [ada])).toBe(true)
  expect(compare('people', [{ name: 'Ada' }, { name: 'Bob' }], [ada])).toBe(false)
  expect(compare('people', [{ name: 'Ada' }], [ada, { name: 'Bob' }])).toBe(false)
  expect(compare('people', [{ email: 'a@a.example' }], [ada])).toBe(false)
})

test('a line that names people', () => {
  expect(compare('byline', 'Bob, Ada', [{ name: 'Ada' }, { name: 'Bob' }])).toBe(true)
  expect(compare('byline', 'Ada', [{ name: 'Ada' }, { name: 'Bob' }])).toBe(false)
  expect(compare('byline', 'Ada', [])).toBe(false)
})

test('topics, as a set', () => {
  const topics = [{ term: 'b' }, { term: 'A', label: 'Alpha' }]
  expect(compare('terms', [{ term: 'a' }, { term: 'B' }], topics)).toBe(true)
  expect(compare('terms', [{ term: 'Alpha' }, { term: 'b' }], topics)).toBe(true)
  expect(compare('terms', [{ term: 'a' }], topics)).toBe(false)
})

test('one medium among several; a length of 0 is unknown', () => {
  const media = [
    { url: 'http://a.example/1' },
    { url: 'http://a.example/2', type: 'a/b', length: 5 },
  ]
  expect(compare('medium', { url: 'http://a.example/2', type: 'a/b', length: 5 }, media)).toBe(true)
  expect(compare('medium', { url: 'http://a.example/1', length: 0 }, media)).toBe(true)
  expect(compare('medium', { url: 'http://a.example/2', length: 6 }, media)).toBe(false)
  expect(compare('medium', { url: 'http://a.example/3' }, media)).toBe(false)
})

test('counts and presence', () => {
  expect(compare('count', [1, 2], 2)).toBe(true)
  expect(compare('count', 1, 2)).toBe(false)
  expect(compare('present', '*', '2026-11-20')).toBe(true)
  expect(compare('present', '*', undefined)).toBe(false)
})

test('derived fields', () => {
  const item = { summary: '1 < 2', updatedAt: '2026-11-20T09:30:00Z' }
  const record = { items: [item] }
  expect(readField(record, 'items.0.body', new Set())).toBe('1 &lt; 2')
  expect(readField(record, 'items.0.body', new Set(['summary'] as const))).toBe('1 < 2')
  expect(readField(record, 'items.0.date', new Set())).toBe(item.updatedAt)
  expect(readField(record, 'items.length', new Set())).toBe(1)
  expect(readField(record, 'items.1.title', new Set())).toBeUndefined()
})

test('what no record can hold is out of scope', () => {
  const { checks, outOfScope } = inScope([
    { field: 'url', compare: 'url', expected: 'https://a.example/' },
    { field: 'url', compare: 'url', expected: 'a/b' },
    { field: 'items.0.url', compare: 'url', expected: 'urn:x:y' },
    { field: 'title', compare: 'text', expected: '<img src="x">' },
    { field: 'items.0.body', compare: 'html', expected: '<img src="x">' },
  ])
  expect(checks.map(({ expected }) => expected)).toEqual(['https://a.example/', '<img src="x">'])
  expect(outOfScope.map(({ path }) => path)).toEqual(['url', 'items.0.url', 'title'])
})
