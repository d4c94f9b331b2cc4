import { expect, test } from 'vitest'
import { parseTimestamp } from '../src/timestamp.ts'

test.for([
  // arXiv's midnight, in winter and in summer.
  ['Tue, 13 Jan 2026 00:00:00 -0500', '2026-01-13T05:00:00Z', '2026-01-13'],
  ['Fri, 10 Apr 2026 00:00:00 -0400', '2026-04-10T04:00:00Z', '2026-04-10'],
  ['2025-08-20T00:00:00-04:00', '2025-08-20T04:00:00Z', '2025-08-20'],
  // A late switch of arXiv's offset must not move the day.
  ['Thu, 12 Nov 2026 00:00:00 -0400', '2026-11-12T04:00:00Z', '2026-11-12'],
  // In UTC the same instant is looked up in arXiv's zone.
  ['Fri, 10 Apr 2026 04:00:00 +0000', '2026-04-10T04:00:00Z', '2026-04-10'],
  ['Fri, 10 Apr 2026 03:59:59 GMT', '2026-04-10T03:59:59Z', '2026-04-09'],
  ['2025-08-20T04:00:19.866337+00:00', '2025-08-20T04:00:19Z', '2025-08-20'],
  ['2026-11-23T02:24:08Z', '2026-11-23T02:24:08Z', '2026-11-22'],
  ['1 Feb 2026 12:00:00 +0530', '2026-02-01T06:30:00Z', '2026-02-01'],
] as const)('%s', ([text, at, easternDay]) => {
  expect(parseTimestamp(text)).toEqual({ at, easternDay })
})

test.for([
  '',
  'today',
  '2026-04-10',
  '31 Feb 2026 00:00:00 GMT',
  '10 Foo 2026 00:00:00 GMT',
  '2026-02-30T00:00:00Z',
  '2026-01-01T25:00:00Z',
  '0001-01-01T00:00:00',
])('no time: "%s"', (text) => {
  expect(parseTimestamp(text)).toBeUndefined()
})
