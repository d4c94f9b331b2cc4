import { parseFeed } from '@rowanmanning/feed-parser'
import type { Candidate } from '../../measure/candidate.ts'
import { at, listOf } from '../../measure/candidate.ts'

export const candidate: Candidate = {
  // Its feed is lazy: getters do the work. `toJSON` asks each of them once.
  parse: ({ text }) => parseFeed(text).toJSON(),
  items: (result) => listOf(at(result, 'items')),
}
