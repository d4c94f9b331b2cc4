import { parseDailyFeed, parseListing, parseOai, parseQueryFeed } from '@inference-report/arxiv'
import { at, type Candidate, listOf } from '../../measure/candidate.ts'

const items = (result: unknown) => listOf(at(result, 'papers'))

export const queryApi: Candidate = { parse: ({ text }) => parseQueryFeed(text), items }
export const daily: Candidate = { parse: ({ text }) => parseDailyFeed(text), items }
export const oai: Candidate = { parse: ({ text }) => parseOai(text), items }
export const listing: Candidate = { parse: ({ text }) => parseListing(text), items }
