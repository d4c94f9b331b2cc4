import RssParser from 'rss-parser'
import type { Candidate } from '../../measure/candidate.ts'
import { at, listOf } from '../../measure/candidate.ts'

const parser = new RssParser()

export const candidate: Candidate = {
  parse: ({ text }) => parser.parseString(text),
  items: (result) => listOf(at(result, 'items')),
}
