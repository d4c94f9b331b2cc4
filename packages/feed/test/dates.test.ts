import { expect, test } from 'vitest'
import { parseDate, parseFeed } from '../src/index.ts'
import { rss } from './rss.ts'

test.for<[string, string | undefined]>([
  ['2026-11-20T09:30:00Z', '2026-11-20T09:30:00Z'],
  ['2026-11-20T09:30:00.250+02:00', '2026-11-20T07:30:00.250Z'],
  ['2026-11-20 09:30', '2026-11-20T09:30:00Z'],
  ['20261120T093000Z', '2026-11-20T09:30:00Z'],
  ['2026-11-20T09:30:00-05:00Z', '2026-11-20T14:30:00Z'],
  ['2026-11-20T9:3:5+01:00', '2026-11-20T08:03:05Z'],
  ['2026-11-20T24:00:00Z', '2026-11-21T00:00:00Z'],
  ['2026-11', '2026-11-01T00:00:00Z'],
  ['Fri, 20 Nov 2026 09:30:00 GMT', '2026-11-20T09:30:00Z'],
  ['Fri, 20 Nov 26 09:30 EST', '2026-11-20T14:30:00Z'],
  ['20 Nov 1998 09:30:00 CEST', '1998-11-20T07:30:00Z'],
  ['Fri, 20 Nov 98 09:30:00 GMT', '1998-11-20T09:30:00Z'],
  ['Fri Nov 20 09:30:00 2026', '2026-11-20T09:30:00Z'],
  ['Fri Nov 20 09:30:00 +0100 2026', '2026-11-20T08:30:00Z'],
  ['Fri, Nov 20 2026 09:30:00 PM', '2026-11-20T21:30:00Z'],
  ['Nov. 20, 2026, 12:05 a.m.', '2026-11-20T00:05:00Z'],
  ['Friday, 20th of November 2026 - 3:09pm', '2026-11-20T15:09:00Z'],
  ['Wed, 15 Jul 2026 09:00:00 America/New_York', '2026-07-15T13:00:00Z'],
  ['Wed, 14 Jan 2026 09:00:00 America/New_York', '2026-01-14T14:00:00Z'],
  ['ven., 20 nov. 2026 09:30:00 +0100', '2026-11-20T08:30:00Z'],
  ['mar., 03 mars 2026 09:30:00 +0100', '2026-03-03T08:30:00Z'],
  ['Fr, 20. November 2026 09:30 MEZ', '2026-11-20T08:30:00Z'],
  ['2026년 11월 20일 09:30:00', '2026-11-20T00:30:00Z'],
  ['Sat, 11 04 2026 10:00:00 +0000', '2026-04-11T10:00:00Z'],
  ['20/11/2026', '2026-11-20T00:00:00Z'],
  ['02/11/2026', '2026-02-11T00:00:00Z'],
  ['02.11.2026', '2026-11-02T00:00:00Z'],
  ['1795167000', '2026-11-20T09:30:00Z'],
  ['1795167000000', '2026-11-20T09:30:00Z'],
  ['', undefined],
  ['now', undefined],
  ['0', undefined],
  ['12:30', undefined],
  ['22026', undefined],
  ['2026-13-01', undefined],
  ['2026-02-30', undefined],
  ['30 Feb 2026', undefined],
  ['2026-11-20T25:00:00Z', undefined],
  ['2026-11-20T09:30:00+99:00', undefined],
  ['2026-11-20T09:30:00Z and more', undefined],
  ['20 Zzz 2026 09:30:00 GMT', undefined],
  ['03-12-31', undefined],
  ['9'.repeat(5000), undefined],
])('%s', ([text, at]) => {
  expect(parseDate(text)).toBe(at)
})

test('a feed tells what had to be assumed, and keeps what could not be read', () => {
  const dates = [
    'Fri, 20 Nov 2026',
    '2026-11-20T09:30',
    'Fri, 20 Nov 2026 09:30 QQQ',
    'soon',
    'Fri, 20 Nov 2026 09:30 Z',
  ]
  const feed = parseFeed(
    rss(dates.map((date) => `<item><pubDate>${date}</pubDate></item>`).join('')),
  )
  expect(feed.items.map((item) => item.publishedAt)).toEqual([
    '2026-11-20T00:00:00Z',
    '2026-11-20T09:30:00Z',
    '2026-11-20T09:30:00Z',
    undefined,
    '2026-11-20T09:30:00Z',
  ])
  expect(feed.items.map((item) => item.dateText)).toEqual([
    undefined,
    undefined,
    undefined,
    'soon',
    undefined,
  ])
  expect(
    feed.warnings
      .filter(({ code }) => code !== 'duplicate-id')
      .map(({ code, path }) => [code, path]),
  ).toEqual([
    ['date-only', 'items[0].publishedAt'],
    ['zone-assumed', 'items[1].publishedAt'],
    ['zone-assumed', 'items[2].publishedAt'],
    ['date-unreadable', 'items[3].publishedAt'],
  ])
})

test.for<[string, string | undefined]>([
  ['Mon, 01 Jan 0001 00:00:00 +0000', undefined],
  ['0001-01-01T00:00:00Z', undefined],
  ['Wed, 30 Nov -0001 00:00:00 +0000', undefined],
  ['-0001-11-30T00:00:00+00:00', undefined],
  ['2026-07-01T09:30:00 PT', '2026-07-01T16:30:00Z'],
  ['2026-01-15T09:30:00 PT', '2026-01-15T17:30:00Z'],
  ['2026-07-01 09:30 ET', '2026-07-01T13:30:00Z'],
  ['20 Nov 2026 ET', '2026-11-20T00:00:00Z'],
  ['Fri, 20 Nov 2026 09:30:00 +0100 CET', '2026-11-20T08:30:00Z'],
  ['Fri, 20 Nov 2026 09:30:00 CET +0100', '2026-11-20T08:30:00Z'],
  ['5. marts 2026 09:30 UTC', '2026-03-05T09:30:00Z'],
  ['20 нояб. 2026 г. 09:30 UTC', '2026-11-20T09:30:00Z'],
  ['20 de novembro de 2026 às 09:30 UTC', '2026-11-20T09:30:00Z'],
])('%s', ([text, at]) => {
  expect(parseDate(text)).toBe(at)
})
