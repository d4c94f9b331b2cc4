import { parseFeed } from '@inference-report/feed'
import type { Candidate } from '../../measure/candidate.ts'
import { at, listOf } from '../../measure/candidate.ts'

const items = (result: unknown) => listOf(at(result, 'items'))

/** Bodies reduced to harmless HTML, as by default. */
export const sanitized: Candidate = { parse: ({ bytes }) => parseFeed(bytes), items }

/** Bodies as they are, as every peer gives them. */
export const unsanitized: Candidate = {
  parse: ({ bytes }) => parseFeed(bytes, { sanitize: false }),
  items,
}
