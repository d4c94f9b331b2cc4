import { parseAttributes } from './tag-attributes.ts'

/** A part of an item or of a feed's head: ranges of the source, and the elements in it. */
export interface Element {
  /** As `Scope.nameOf` gives it, e.g. `'atom:title'`. */
  name: string
  /** As the document writes it, in lower case. */
  rawName: string
  /** The source between the name and the end of its tag. */
  attributeText: string
  /** Where the content begins and ends in the source. */
  innerStart: number
  innerEnd: number
  children: Element[]
  /** `xml:base` in force, where there is one; relative only where none of its ancestors' is absolute. */
  base: string | undefined
  /** `xml:lang` in force, where there is one. */
  language: string | undefined
}

const attributesOf: WeakMap<Element, Map<string, string>> = new WeakMap()

/** An attribute's value, trimmed; `undefined` where it is missing or empty. Prefixed names as written. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (element === undefined || element.attributeText === '') return undefined
  let attributes = attributesOf.get(element)
  if (attributes === undefined) {
    attributes = parseAttributes(element.attributeText)
    attributesOf.set(element, attributes)
  }
  const value = attributes.get(name)?.trim()
  return value === '' ? undefined : value
}

/** The first child of any of these names; the order of `names` decides. */
export function child(element: Element | undefined, ...names: string[]): Element | undefined {
  for (const name of names) {
    const found = element?.children.find((candidate) => candidate.name === name)
    if (found !== undefined) return found
  }
  return undefined
}

/** All children of any of these names, in the order of the document. */
export function childrenOf(element: Element | undefined, ...names: string[]): Element[] {
  return element?.children.filter((candidate) => names.includes(candidate.name)) ?? []
}
