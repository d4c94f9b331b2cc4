import type { Element } from './element.ts'
import type { Reading } from './reading.ts'
import { readRssConstruct, textOf } from './text-construct.ts'

// Vocabularies whose elements are read into fields of their own.
const readPrefixes: ReadonlySet<string> = new Set(
  'atom content media itunes googleplay podcast rdf xhtml georss gml geo foreign'.split(' '),
)
const readNames: ReadonlySet<string> = new Set(
  'dc:title dc:creator dc:author dc:date dc:subject dc:description dc:language dcterms:abstract'.split(
    ' ',
  ),
)

/** The texts of an item's elements of other vocabularies, by the name they are known under. */
export function readExtensions(item: Element, reading: Reading): Record<string, string[]> {
  const found = new Map<string, string[]>()
  for (const element of item.children) {
    const colon = element.name.indexOf(':')
    if (colon < 1 || readPrefixes.has(element.name.slice(0, colon)) || readNames.has(element.name))
      continue
    const text = textOf(readRssConstruct(element, reading))
    if (text === undefined) continue
    const texts = found.get(element.name)
    if (texts === undefined) found.set(element.name, [text])
    else texts.push(text)
  }
  return Object.fromEntries(found)
}
