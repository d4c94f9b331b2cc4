import { XMLParser } from 'fast-xml-parser'
import { at, type Candidate, listOf } from '../../measure/candidate.ts'

// Numbers are left alone: the identifier 2604.10000 would become 2604.1.
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })

/** Only the tree: no check that it is well-formed, no papers, TeX as it stands. */
export const candidate: Candidate = {
  parse: ({ text }) => parser.parse(text),
  items: (result) =>
    listOf(
      at(result, 'feed', 'entry'),
      at(result, 'rss', 'channel', 'item'),
      at(result, 'OAI-PMH', 'ListRecords', 'record'),
      at(result, 'OAI-PMH', 'GetRecord', 'record'),
    ),
}
