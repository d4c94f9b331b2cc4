import { parseFeed } from 'feedsmith'
import type { Candidate } from './candidate.ts'
import { at, listOf } from './candidate.ts'

export const candidate: Candidate = {
  parse: ({ text }) => parseFeed(text),
  items: (result) => listOf(at(result, 'feed', 'items'), at(result, 'feed', 'entries')),
}
