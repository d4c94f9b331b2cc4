import { SourceError } from '@inference-report/source'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNews } from '../src/index.ts'
import { news } from './fixtures.ts'

const codeOf = (html: string) => {
  try {
    return parseNews(html)
  } catch (error) {
    return SourceError.is(error) ? error.code : error
  }
}
const push = (row: string) => `<script>self.__next_f.push(${JSON.stringify([1, row])})</script>`

test('reads the dated entries, lists within them and their links', () => {
  expect(parseNews(news)).toStrictEqual({
    entries: [
      {
        id: '2026-05-28',
        publishedOn: '2026-05-28',
        text: 'Added Nova 5 & Lux 5 – see the method.',
        links: ['https://swe-rebench.com/about'],
      },
      {
        id: '2026-05-28-2',
        publishedOn: '2026-05-28',
        text: '- Deprecated following models:\n- Text: Dim-Scout, Tern\n- Tools: Quill.',
        links: [],
      },
      {
        id: '2026-04-02',
        publishedOn: '2026-04-02',
        text: 'Released images for all problems.',
        links: ['https://images.example/a', 'https://images.example/b'],
      },
    ],
    updatedOn: '2026-05-28',
    warnings: [],
  })
})

test('reads them from a text row of the payload, cut within a character’s word', () => {
  const list = news.slice(news.indexOf('<ul>'))
  const length = new TextEncoder().encode(list).length.toString(16)
  const [head, body] = [list.slice(0, 61), list.slice(61)]
  const page = `<p>News</p>${push(`18:T${length},`)}${push(head)}${push(body)}`
  expect(parseNews(page)).toEqual(parseNews(news))
  expect(parseNews(`18:T${length},${list}`)).toEqual(parseNews(news))
})

test('reads news too short for a row of their own', () => {
  const list = news.slice(news.indexOf('<ul>'))
  const props = { dangerouslySetInnerHTML: { __html: list } }
  expect(parseNews(push(`7:${JSON.stringify(['$', 'div', null, props])}\n`))).toEqual(
    parseNews(news),
  )
})

test('knows dates by their shape where their class is gone, and says so', () => {
  const unmarked = news.replaceAll('news-date', 'date')
  expect(parseNews(unmarked)).toEqual({
    ...parseNews(news),
    warnings: [expect.objectContaining({ code: 'news-unmarked' })],
  })
})

test('leaves out an entry without a date that exists, and says so', () => {
  const { entries, warnings } = parseNews(news.replace('2026-04-02', '2026-02-30'))
  expect(entries.map(({ id }) => id)).toEqual(['2026-05-28', '2026-05-28-2'])
  expect(warnings.map(({ code, path }) => [code, path])).toEqual([['news-unusable', 'news[2]']])
})

test.for([
  ['', 'drift'],
  ['<ul><li>News</li></ul>', 'drift'],
  [news.replaceAll(/\d{4}-\d{2}-\d{2}/g, 'soon'), 'drift'],
  ['<div>'.repeat(30_000), 'too-large'],
])('throws for a page without news', ([html = '', code]) => {
  expect(codeOf(html)).toBe(code)
})

test('never fails but with a SourceError, and never gives an entry without date and text', () => {
  const part = fc.constantFrom(
    '<ul>',
    '</ul>',
    '<li>',
    '</li>',
    '<strong class="news-date">',
    '</strong>',
    '[2026-05-28]:',
    'Nova 5',
    '<a href="javascript:1">',
    '<a href="/x">',
    '\ud83d',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const read = codeOf(parts.join(''))
      if (typeof read === 'string') return
      expect(read).toMatchObject({ updatedOn: '2026-05-28' })
      expect(JSON.stringify(read)).not.toMatch(/javascript|"text":""|\\ud83d/)
    }),
  )
})
