import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import type { Candidate } from './candidate.ts'
import { at, listOf } from './candidate.ts'

export const candidate: Candidate = {
  parse: ({ text }) => (/^\s*\{/.test(text) ? extractFromJson(text) : extractFromXml(text)),
  items: (result) => listOf(at(result, 'entries')),
}
