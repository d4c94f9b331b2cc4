import { mapFeedsmith } from '../adapters/feedsmith.ts'
import type { Corpus } from '../check.ts'
import { at, list, onlyOne } from '../dig.ts'
import type { FeedRecord } from '../record.ts'
import { pairedCases } from './paired.ts'

function vocabulariesOfAuthors(of: unknown): number {
  const named = [at(of, 'authors'), at(of, 'dc', 'creators'), at(of, 'itunes', 'author')]
  const more = [at(of, 'dc', 'creator'), at(of, 'atom', 'authors')]
  return [...named, ...more].filter((each) => list(each).length > 0).length
}

/** A reference keeps all vocabularies apart; where several name an author, a picture or a place, it chooses none. */
function withoutChoices(record: FeedRecord, reference: unknown): FeedRecord {
  const entries = [...list(at(reference, 'items')), ...list(at(reference, 'entries'))]
  const items = record.items.map(({ imageUrl: _, ...item }, index) => ({
    ...item,
    authors: vocabulariesOfAuthors(entries[index]) > 1 ? undefined : item.authors,
    geo: at(entries[index], 'georss') === undefined ? item.geo : undefined,
  }))
  const pictures = [at(reference, 'image', 'url'), at(reference, 'itunes', 'image')]
  const imageUrl = onlyOne(
    ...pictures,
    at(reference, 'googleplay', 'image'),
    at(reference, 'logo'),
    at(reference, 'icon'),
  )
  return { ...record, imageUrl, items }
}

/** feedsmith's references: one feed of each version and one with all vocabularies. Outlines are no feeds. */
export function feedsmith(): Corpus {
  const cases = pairedCases(
    'feedsmith',
    (file) =>
      file.startsWith('opml/') || !file.endsWith('.xml')
        ? undefined
        : file.replace(/\.xml$/, '.json'),
    (expectation) => withoutChoices(mapFeedsmith(expectation), expectation),
  )
  return { name: 'feedsmith', cases }
}
