import type { Element } from './element.ts'
import { extensionRole, hasRole } from './element-kinds.ts'
import type { FeedItem } from './feed.ts'
import type { Reading } from './reading.ts'
import { readLine } from './text-construct.ts'

type Texts = Map<string, string[]>

/**
 * The texts of an item's elements of other vocabularies, by the name they are known under, and of those
 * the caller asked for, by the address of the vocabulary and then by their own name.
 */
export function readExtensions(item: Element, reading: Reading): FeedItem['extensions'] {
  const { asked, fields } = reading
  if (asked === undefined && (fields.roles & extensionRole) === 0) return {}
  const found: Texts = new Map()
  const wanted = new Map<string, Texts>()
  for (const element of item.children) {
    const isExtension = hasRole(element.kind, extensionRole)
    if (!isExtension && element.asked === undefined) continue
    const text = readLine(element, reading)
    if (text === undefined) continue
    if (element.asked === undefined) add(found, element.name, text)
    else {
      const texts: Texts = wanted.get(element.asked) ?? new Map()
      wanted.set(element.asked, texts)
      add(texts, element.rawName.slice(element.rawName.indexOf(':') + 1), text)
    }
  }
  const extensions: FeedItem['extensions'] = Object.fromEntries(found)
  for (const [address, texts] of wanted) extensions[address] = Object.fromEntries(texts)
  return extensions
}

function add(texts: Texts, name: string, text: string): void {
  const known = texts.get(name)
  if (known === undefined) texts.set(name, [text])
  else known.push(text)
}
