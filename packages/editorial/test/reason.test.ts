import type { Fact } from '@inference-report/issue'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProse, factsFromSections, factsFromSources } from '../src/index.ts'
import { headlines } from './sections.ts'

const start = 'Tern is missing from this issue'

function failed(reason: string): Fact {
  const [, fact] = factsFromSources([
    {
      id: 't',
      name: 'Tern',
      url: 'https://t.example/',
      state: 'failed',
      reason,
      items: 0,
      warnings: [],
    },
  ])
  if (fact === undefined) throw new Error('no fact')
  return fact
}

test.for([
  ['503, Retry-After 7200', ': 503, Retry-After 7200.'],
  ['It answered with an error (503).', ': it answered with an error (503).'],
  ['<html><body>Buy now</body></html>', '.'],
  ['{"message": "Buy now"}', '.'],
  ['  ', '.'],
  ['(…)', '.'],
  ['It answered with an error (<!doctype html>Buy now).', ': it answered with an error.'],
  ['It answered with an error (503 Down <p>Buy now).', ': it answered with an error (503 Down).'],
  ['It answered with an error ([{"a": 1}]).', ': it answered with an error.'],
  ['expected “rows”, received “<p>”', ': expected “rows”.'],
  ['expected rows, received &lt;p&gt;', ': expected rows.'],
  ['received "{}", alas', ': received.'],
  ['said "503', ': said 503.'],
  ['said "503 down", A"1" and «no»', ': said "503 down", A1 and «no».'],
  ['said 503) for “rows”', ': said 503 for “rows”.'],
  ['said ((((a', ': said ((a)).'],
  ['It refused us. Buy now at evil.example! Thanks.', ': it refused us.'],
  ['503. buy now', ': 503.'],
  ['503 (see ftp://b.example/z)', ': 503 (see).'],
  ['503 (ftp://b.example/z) “”', ': 503.'],
  ['503; buy now', ': 503.'],
  ['no rows, e.g. of birds', ': no rows, e.g. of birds.'],
  ['Sorry! Buy now.', ': Sorry.'],
  ['Error 4.5 at a.example', ': Error 4.5 at a.example.'],
  ['HTTP 503\nBuy now', ': HTTP 503.'],
  ['503 at https://www.a.example/x?y=1, ftp://b.example/z', ': 503 at a.example.'],
  ['503\u202E at\u200B b', ': 503 at b.'],
])('of %j', ([reason = '', end = '']) => {
  expect(failed(reason).sentence).toBe(`${start}${end}`)
  const { sentence } =
    factsFromSections([headlines([], { state: 'failed', note: reason })])[0] ?? {}
  expect(sentence).toBe(`AI Labs could not be had for this issue${end}`)
})

test('a long reason ends at a word, and a long word somewhere', () => {
  expect(failed('tern '.repeat(100)).sentence).toBe(`${start}: ${'tern '.repeat(31).trim()}….`)
  expect(failed(`It said (${'tern '.repeat(100)}`).sentence).toMatch(/ tern…\)\.$/)
  const bird = failed('🐦'.repeat(300)).sentence
  expect(bird.isWellFormed()).toBe(true)
  expect(bird).toBe(`${start}.`)
  expect(failed(`a${'𝐀'.repeat(300)}`).sentence.isWellFormed()).toBe(true)
  expect(failed('a'.repeat(1_000_000)).sentence.length).toBeLessThan(start.length + 164)
})

const scraps = fc.constantFrom(
  '<p>',
  '{',
  '“',
  '”',
  '"',
  '(',
  ')',
  '[',
  '«',
  '. ',
  '! ',
  '…',
  ', received ',
  '\n',
  ' a',
  ' Auk',
  '503',
  'https://',
  'www.',
  'b.example/',
  'ftp://x',
  'mailto:',
  '\u202E',
  '\uD800',
  ' It',
  '&lt;',
  ';',
)

test('a capital sigma is borne out, whatever stands before it', () => {
  const fact = failed('🅐𝛴')
  const sentence = { text: fact.sentence, supports: [fact.id] }
  expect(fact.sentence).toContain('𝛴')
  expect(checkProse([sentence], { facts: [fact], items: [] })).toEqual([])
})

test('whatever a server says, its words are few, plain, and borne out', () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.array(scraps, { maxLength: 120 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(hostile, (reason) => {
      const fact = failed(reason)
      const words = fact.sentence.slice(start.length)
      expect(words.length).toBeLessThanOrEqual(164)
      expect(words).not.toMatch(/[<{\r\n\p{Cc}\p{Cf}]|:\/\/|\bwww\.\S/u)
      expect(words).not.toMatch(/(?<!\b\p{L})[.!?…]+ |; |\.\.| {2}| [,.;:]/u)
      for (const [opens, closes] of ['()', '[]', '“”', '«»']) {
        expect(words.split(opens ?? '').length).toBe(words.split(closes ?? '').length)
      }
      expect(words.split('"').length % 2).toBe(1)
      expect(words).toMatch(/\.$/)
      const sentence = { text: fact.sentence, supports: [fact.id] }
      expect(checkProse([sentence], { facts: [fact], items: [] })).toEqual([])
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 1000) },
  )
})
