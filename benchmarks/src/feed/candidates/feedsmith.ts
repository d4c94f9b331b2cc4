import { parseFeed } from 'feedsmith'
import type { Candidate } from '../../measure/candidate.ts'
import { at, listOf } from '../../measure/candidate.ts'

export const candidate: Candidate = {
  parse: ({ text }) => parseFeed(text),
  items: (result) => listOf(at(result, 'feed', 'items'), at(result, 'feed', 'entries')),
}
