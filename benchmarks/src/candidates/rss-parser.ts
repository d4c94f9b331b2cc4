import RssParser from 'rss-parser'
import type { Candidate } from './candidate.ts'
import { at, listOf } from './candidate.ts'

const parser = new RssParser()

export const candidate: Candidate = {
  parse: ({ text }) => parser.parseString(text),
  items: (result) => listOf(at(result, 'items')),
}
