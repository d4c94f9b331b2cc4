import fc from 'fast-check'
import { jsonFeeds } from './structured-json.ts'
import { xmlFeeds } from './structured-xml.ts'

/** A document that has the shape of a feed and anything in it. */
const feedDocuments: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: xmlFeeds },
  { weight: 1, arbitrary: jsonFeeds },
)

/** The one that a seed decides. */
export function feedDocument(seed: number): Buffer {
  const [document = ''] = fc.sample(feedDocuments, { seed, numRuns: 1 })
  return Buffer.from(document)
}
