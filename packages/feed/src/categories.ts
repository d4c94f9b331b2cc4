import { attribute, type Element } from './element.ts'
import { categoryRole, hasRole, kind, kinds } from './element-kinds.ts'
import type { FeedCategory } from './feed.ts'
import { foldSpace } from './fold-space.ts'
import type { Reading } from './reading.ts'
import { readLine } from './text-construct.ts'
import { uniqueBy } from './unique.ts'

const listKind = kind('categories')
const categoryKind = kind('category')
const listKinds = kinds('tags itunes:keywords')
const mediaKind = kind('media:category')
// What Media RSS says a topic without a scheme belongs to.
const mediaScheme = 'http://search.yahoo.com/mrss/category_schema'

/** The topics of an item: RSS, Atom and Dublin Core, each term once. */
export function readCategories(item: Element, reading: Reading): FeedCategory[] {
  const categories: FeedCategory[] = []
  if ((reading.fields.roles & categoryRole) === 0) return categories
  for (const element of item.children) {
    if (!hasRole(element.kind, categoryRole) || element.kind === listKind) continue
    addCategory(categories, element, reading)
    // Apple's topics have topics inside.
    for (const inner of element.children) {
      if (inner.kind === element.kind) addCategory(categories, inner, reading)
    }
  }
  // NVIDIA's newsroom puts them into a `categories` of its own.
  for (let list = reading.fields.first(listKind); list !== undefined; list = list.next) {
    for (const element of list.children) {
      if (element.kind === categoryKind) addCategory(categories, element, reading)
    }
  }
  return categories.length > 1 ? uniqueCategories(categories) : categories
}

function addCategory(categories: FeedCategory[], element: Element, reading: Reading): void {
  if (listKinds.includes(element.kind)) {
    const text = readLine(element, reading) ?? ''
    for (const term of text.split(/\s*,\s*/)) if (term !== '') categories.push({ term })
    return
  }
  const category = readCategory(element, reading)
  if (category !== undefined) categories.push(category)
}

function readCategory(element: Element, reading: Reading): FeedCategory | undefined {
  const text = readLine(element, reading)
  if (element.attributesStart === element.attributesEnd) {
    if (text === undefined) return undefined
    return element.kind === mediaKind ? { term: text, scheme: mediaScheme } : { term: text }
  }
  const label = foldSpace(attribute(element, 'label') ?? '')
  const attributeTerm = attribute(element, 'term') ?? attribute(element, 'text')
  const term = attributeTerm === undefined ? (text ?? label) : foldSpace(attributeTerm)
  if (term === '') return undefined
  const category: FeedCategory = { term }
  const scheme =
    attribute(element, 'scheme') ??
    attribute(element, 'domain') ??
    (element.kind === mediaKind ? mediaScheme : undefined)
  if (scheme !== undefined) category.scheme = scheme
  if (label !== '' && label !== term) category.label = label
  return category
}

/** Each term once, compared without case; the first spelling stays. */
export function uniqueCategories(categories: FeedCategory[]): FeedCategory[] {
  return uniqueBy(
    categories,
    ({ term }) => term.toLowerCase(),
    (first) => first,
  )
}
