import type { Score } from '../../../packages/http/test/score/grader.ts'
import type { Bar } from '../bars.ts'
import { growthOfHeap, type Scale } from './scale.ts'

export interface MeasuredHttp {
  score: Score
  /** Addresses of the simulation. */
  feeds: number
  /** By size of the answer: our time over that of bare undici. */
  overhead: readonly {
    bytes: number
    ratio: number | undefined
    /** The same over undici's own `fetch`, which makes a `Response` as ours does. */
    ratioToFetch: number | undefined
  }[]
  scale: Scale
  /** Bytes, by coding. */
  bombs: readonly { coding: string; grown: number }[]
}

/** What the package promises of its manners and its cost. */
export function httpBars({ score, feeds, overhead, scale, bombs }: MeasuredHttp): Bar[] {
  const { ifNoneMatch, ifModifiedSince } = score
  const { seen } = scale
  return [
    none('unconditional requests beyond one a URL', score.unconditional - feeds),
    none('bogus validators', ifNoneMatch.bogus + ifModifiedSince.bogus),
    none('validators out of sequence', ifNoneMatch.outOfSequence + ifModifiedSince.outOfSequence),
    none('cookies', score.cookies),
    none('referrers', score.referrers),
    none('additions to the query', score.additions),
    none('requests before max(1 h, min(max-age, 24 h))', score.tooEarly),
    ...overhead.flatMap(({ bytes, ratio, ratioToFetch }) => [
      within(`time of a request of ${bytes / 1000} kB against bare undici`, ratio),
      within(`time of a request of ${bytes / 1000} kB against undici's fetch`, ratioToFetch),
    ]),
    {
      what: 'growth of memory from a fifth of the URLs to all',
      value: growthOfHeap(scale),
      atMost: 8,
      unit: ' MB',
    },
    { what: 'requests to one host at a time', value: seen.mostAtOnce, atMost: 1, unit: '' },
    {
      what: 'time between two requests to one host',
      // A second between end and start; arrival is measured, with what the machine adds or takes.
      value: (seen.leastGapMs ?? Number.NaN) / 1000,
      atLeast: 0.98,
      unit: ' s',
    },
    none('unconditional repeats', seen.unconditionalRepeats),
    ...bombs.map(({ coding, grown }) => ({
      what: `memory for a bomb of 1 GB in ${coding}`,
      value: grown / 1e6,
      atMost: 64,
      unit: ' MB',
    })),
  ]
}

function within(what: string, value: number | undefined): Bar {
  return { what, value, atMost: 1.5, unit: '×' }
}

function none(what: string, value: number): Bar {
  return { what, value, atMost: 0, unit: '' }
}
