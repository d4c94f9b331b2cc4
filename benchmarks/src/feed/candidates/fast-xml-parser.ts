import { XMLParser } from 'fast-xml-parser'
import type { Candidate } from '../../measure/candidate.ts'
import { at, listOf } from '../../measure/candidate.ts'

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false })

/** No feed, only its tree of XML: what a normalizer built on it cannot be faster than. */
export const candidate: Candidate = {
  parse: ({ text }) => parser.parse(text),
  items: (result) =>
    listOf(
      at(result, 'rss', 'channel', 'item'),
      at(result, 'feed', 'entry'),
      at(result, 'rdf:RDF', 'item'),
    ),
}
