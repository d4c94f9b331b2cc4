import { decodeHtml } from './entities.ts'

// Name, and a value in quotes, without, or with a quote that is never closed.
const attribute = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|["']?([^\s"'>]*)))?/g

/**
 * The attributes between a tag's name and its end, by lower-case name, values decoded. Of two with one
 * name the first counts. A `Map`, because a document may name an attribute `__proto__`.
 */
export function parseAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    const key = name.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeHtml(double ?? single ?? bare ?? ''))
  }
  return attributes
}
