import { attribute, childrenOf, type Element } from './element.ts'
import type { FeedCategory } from './feed.ts'
import { foldSpace } from './plain-text.ts'
import type { Reading } from './reading.ts'
import { readRssConstruct, textOf } from './text-construct.ts'

/** The topics of an item: RSS, Atom and Dublin Core, each term once. */
export function readCategories(item: Element, reading: Reading): FeedCategory[] {
  const elements = [
    ...childrenOf(item, 'category', 'atom:category', 'dc:subject', 'itunes:category'),
    // NVIDIA's newsroom puts them into a `categories` of its own.
    ...childrenOf(item, 'categories').flatMap((list) => childrenOf(list, 'category')),
  ]
  return uniqueCategories(elements.flatMap((element) => readCategory(element, reading) ?? []))
}

function readCategory(element: Element, reading: Reading): FeedCategory | undefined {
  const text = textOf(readRssConstruct(element, reading))
  const label = foldSpace(attribute(element, 'label') ?? '')
  const attributeTerm = attribute(element, 'term') ?? attribute(element, 'text')
  const term = attributeTerm === undefined ? (text ?? label) : foldSpace(attributeTerm)
  if (term === '') return undefined
  const category: FeedCategory = { term }
  const scheme = attribute(element, 'scheme') ?? attribute(element, 'domain')
  if (scheme !== undefined) category.scheme = scheme
  if (label !== '' && label !== term) category.label = label
  return category
}

/** Each term once, compared without case; the first spelling stays. */
export function uniqueCategories(categories: readonly FeedCategory[]): FeedCategory[] {
  const unique = new Map<string, FeedCategory>()
  for (const category of categories) {
    const key = category.term.toLowerCase()
    if (!unique.has(key)) unique.set(key, category)
  }
  return [...unique.values()]
}
