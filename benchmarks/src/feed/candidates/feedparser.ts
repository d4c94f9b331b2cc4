import FeedParser from 'feedparser'
import type { Candidate } from '../../measure/candidate.ts'
import { at, listOf } from '../../measure/candidate.ts'

function parse(text: string): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  // By default each item holds the whole feed again, which a walk over all fields would count each time.
  const stream = new FeedParser({ addmeta: false })
  const items: unknown[] = []
  stream.on('error', reject)
  stream.on('data', (item: unknown) => items.push(item))
  stream.on('end', () => resolve({ meta: stream.meta, items }))
  stream.end(text)
  return promise
}

export const candidate: Candidate = {
  parse: ({ text }) => parse(text),
  items: (result) => listOf(at(result, 'items')),
}
