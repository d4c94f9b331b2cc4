import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterSkipped, readFeedHints } from '../src/feed-hints.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rss = (channel: string) =>
  bytes(`<?xml version="1.0"?><rss version="2.0"><channel>${channel}`)
const hour = 3_600_000

test.for([
  ['<ttl>90</ttl>', 1.5 * hour],
  ['<ttl> 60 </ttl>', hour],
  ['<ttl>soon</ttl>', undefined],
  ['<sy:updatePeriod>hourly</sy:updatePeriod>', hour],
  [
    '<sy:updatePeriod>\n daily \n</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
    6 * hour,
  ],
  ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', 24 * hour],
  ['<ttl>30</ttl><sy:updatePeriod>daily</sy:updatePeriod>', hour / 2],
  ['<sy:updatePeriod>constructor</sy:updatePeriod>', undefined],
  ['<item><ttl>600</ttl></item>', undefined],
] as const)('%s', ([channel, everyMs]) => {
  expect(readFeedHints(rss(channel))?.everyMs).toBe(everyMs)
})

test('hours and days when nothing new comes are skipped', () => {
  const hints = readFeedHints(
    rss(
      '<skipHours><hour>23</hour><hour>24</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays>',
    ),
  )
  expect(hints).toEqual({ skipHours: [23, 0], skipDays: [0] })
  if (hints === undefined) throw new TypeError('no hints')
  // 2026-02-28 was a Saturday.
  const at = Date.UTC(2026, 1, 28, 23, 30)
  expect(new Date(afterSkipped(at, hints)).toISOString()).toBe('2026-03-02T01:00:00.000Z')
  expect(afterSkipped(Date.UTC(2026, 1, 28, 12, 5), hints)).toBe(Date.UTC(2026, 1, 28, 12, 5))
})

test('a feed that never wants to be read is read all the same', () => {
  const skipHours = Array.from({ length: 24 }, (_, index) => index)
  expect(afterSkipped(1000, { skipHours, skipDays: [] })).toBe(1000)
})

test('what is no feed has no hints', () => {
  for (const text of ['', '{}', '<html><ttl>60</ttl>', 'ttl <rss>']) {
    expect(readFeedHints(bytes(text))).toBeUndefined()
  }
})

test('whatever comes, the next moment is none before and at most a week later', () => {
  const hints = fc.record({
    skipHours: fc.array(fc.nat(23)),
    skipDays: fc.array(fc.nat(6)),
  })
  fc.assert(
    fc.property(fc.nat(4e12), hints, (at, skipped) => {
      const then = afterSkipped(at, skipped)
      expect(then >= at && then <= at + 168 * hour).toBe(true)
    }),
  )
})
