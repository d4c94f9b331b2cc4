import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import type { Candidate } from '../../measure/candidate.ts'
import { at, listOf } from '../../measure/candidate.ts'

export const candidate: Candidate = {
  parse: ({ text }) => (/^\s*\{/.test(text) ? extractFromJson(text) : extractFromXml(text)),
  items: (result) => listOf(at(result, 'entries')),
}
