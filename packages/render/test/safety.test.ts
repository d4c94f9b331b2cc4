import type { HeadlineItem } from '@inference-report/issue'
import { renderHtml, renderMarkdown, renderText } from '@inference-report/render'
import { load } from 'cheerio'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from '../src/clean-text.ts'
import { linkUrl } from '../src/link-url.ts'
import { hostile } from './hostile-text.ts'
import { sampleDraft, sampleIssue } from './sample-issue.ts'
import { labs } from './sample-sections.ts'

const page = renderHtml(sampleIssue())
const $ = load(page)

test('hostile text is text', () => {
  expect($('script, img, b')).toHaveLength(0)
  expect($('#item-wire-hostile h3').text()).toBe(cleanText(hostile.title))
  expect(page).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069]/)
})

test('the page loads nothing, runs nothing and says so', () => {
  expect($('link, script, iframe, object, embed, form, img, [src], [srcset]')).toHaveLength(0)
  const handlers = $('*')
    .toArray()
    .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []))
    .filter((name) => name.startsWith('on') || name === 'style')
  expect(handlers).toEqual([])
  const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content')
  expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src 'none'")
})

test('links lead to http, https or a place on the page that is there', () => {
  const links = $('a')
    .toArray()
    .map((link) => $(link))
  expect(links.length).toBeGreaterThan(50)
  for (const link of links) {
    const href = link.attr('href') ?? ''
    expect(link.text().trim()).not.toBe('')
    if (href.startsWith('#')) expect($(`[id="${href.slice(1)}"]`), href).toHaveLength(1)
    else {
      expect(href).toMatch(/^https?:\/\//)
      expect(link.attr('rel')).toBe('noopener noreferrer')
    }
  }
})

test('ids are unique', () => {
  const ids = $('[id]')
    .toArray()
    .map((element) => $(element).attr('id'))
  expect(new Set(ids).size).toBe(ids.length)
})

test('every item has an anchor and its address in all three', () => {
  const issue = sampleIssue()
  const hrefs = new Set(
    $('a')
      .toArray()
      .map((link) => $(link).attr('href')),
  )
  const markdown = renderMarkdown(issue)
  const lines = new Set(
    renderText(issue)
      .split('\n')
      .map((line) => line.trim()),
  )
  const items = issue.sections.flatMap(({ items }) => items.map(({ url }) => url))
  const also = issue.sections.flatMap((section) =>
    section.kind === 'headlines'
      ? section.items.flatMap((item) => item.also.map(({ url }) => url))
      : [],
  )
  for (const url of [...items, ...also, ...issue.sources.map((source) => source.url)]) {
    const href = linkUrl(url) ?? 'none'
    expect(hrefs.has(href), url).toBe(true)
    expect(markdown).toContain(href)
    expect(lines.has(href), url).toBe(true)
  }
  expect($('[id^="item-"]')).toHaveLength(items.length)
})

test('drawing is a function of the issue alone', () => {
  for (const render of [renderHtml, renderMarkdown, renderText]) {
    expect(render(structuredClone(sampleIssue()))).toBe(render(sampleIssue()))
  }
})

function headlineIssue(title: string, url = 'https://courier.example/a') {
  const item: HeadlineItem = {
    id: title,
    sourceId: 'courier',
    url,
    title,
    outlet: title,
    publishedAt: '2026-03-01T00:00:00Z',
    summary: title,
    authors: [title],
    also: [{ outlet: title, url, sourceId: 'courier' }],
  }
  return sampleIssue({
    sections: [{ ...labs, heading: title, items: [item] }],
    facts: [],
    editorial: { ...sampleDraft.editorial, paragraphs: [] },
  })
}

const someText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '`',
          '|',
          '[',
          '](',
          '!',
          '\\',
          '#',
          '\n',
          ' ',
          '*',
          '_',
          '-',
          '1.',
          '&lt;',
          '<!--',
          ']]>',
          '</style>',
          '\u202E',
          'a',
        ),
      )
      .map((parts) => parts.join('')),
  )
  .filter((text) => text.trim() !== '')

test('any title comes out of the page as it went in', () => {
  fc.assert(
    fc.property(someText, (title) => {
      const drawn = load(renderHtml(headlineIssue(title)))
      expect(drawn('.front h3').text()).toBe(cleanText(title) || 'https://courier.example/a')
      expect(drawn('.front .headline').children().length).toBeLessThanOrEqual(4)
      expect(drawn('.front *').length).toBe(
        drawn('.front').find('div, section, h2, h3, p, a, article, span, time').length,
      )
    }),
    { numRuns: 60 },
  )
})

test('any title leaves no bare markup in Markdown', () => {
  fc.assert(
    fc.property(someText, (title) => {
      const bare = renderMarkdown(headlineIssue(title)).replace(/\\[!-/:-@[-`{-~]/g, '')
      expect(bare).not.toMatch(/<(?!https?:)|`/)
    }),
    { numRuns: 60 },
  )
})

test('any title keeps the text within its columns', () => {
  fc.assert(
    fc.property(someText, (title) => {
      for (const line of renderText(headlineIssue(title)).split('\n')) {
        expect(line.length).toBeLessThanOrEqual(78)
      }
    }),
    { numRuns: 60 },
  )
})

test('a hundred thousand hostile characters are drawn', () => {
  const title = '<_[\\'.repeat(25_000)
  const issue = headlineIssue(title)
  expect(load(renderHtml(issue))('#item-x h3, [id^=item-] h3').first().text()).toBe(title)
  expect(renderMarkdown(issue).length).toBeGreaterThan(title.length)
  expect(renderText(issue).length).toBeGreaterThan(title.length)
})
