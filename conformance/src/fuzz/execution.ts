import { flood } from './floods.ts'
import { mutate } from './mutate.ts'
import { Random } from './random.ts'
import type { Seeds } from './seeds.ts'
import { feedDocument } from './structured.ts'
import type { SuiteName } from './suite.ts'

/** A target of the suite `feed`. */
export type TargetName = 'feed' | 'feed-unsanitized' | 'feed-of-text' | 'date' | 'page' | 'opml'

/** One input for one function, whole: what a finding holds, too. */
export interface Execution {
  /** Absent for `feed`. */
  suite?: SuiteName | undefined
  target: string
  bytes: Uint8Array
  url?: string | undefined
  contentType?: string | undefined
}

const targets: readonly TargetName[] = [
  ...Array<TargetName>(8).fill('feed'),
  ...Array<TargetName>(7).fill('feed-unsanitized'),
  ...Array<TargetName>(2).fill('feed-of-text'),
  ...(['date', 'page', 'opml'] as const),
]

const kinds = { date: 'dates', page: 'pages', opml: 'lists' } as const

const contentTypes = [
  'text/xml',
  'application/rss+xml; charset=utf-8',
  'text/xml; charset=iso-8859-1',
  'application/feed+json',
  'text/html; charset="utf-16"',
  ';;',
]

/** The execution of the suite `feed` that seed and number decide, from the same seeds. */
export function makeExecution(seeds: Seeds, seed: number, number: number): Execution {
  const random = new Random(seed, number)
  const target = random.pick(targets, 'feed')
  return {
    target,
    bytes: makeInput(seeds, target, random),
    url: random.oneIn(2) ? 'https://fuzz.example/a/feed.xml' : undefined,
    contentType: random.oneIn(4) ? random.pick(contentTypes, ';;') : undefined,
  }
}

function makeInput(seeds: Seeds, target: TargetName, random: Random): Buffer {
  const isFeed = target !== 'date' && target !== 'page' && target !== 'opml'
  const pool = seeds[isFeed ? 'feeds' : kinds[target]]
  const other = () => random.pick(pool, Buffer.alloc(0))
  if (isFeed && random.oneIn(2000)) return flood(random, 300_000)
  if (!isFeed || !random.oneIn(5)) return mutate(other(), random, other)
  const document = feedDocument(random.below(2 ** 31))
  return random.oneIn(2) ? document : mutate(document, random, other)
}
