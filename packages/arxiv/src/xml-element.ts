import { decodeXmlEntities } from './xml-entities.ts'
import { XmlFault } from './xml-fault.ts'
import { skipMarkup } from './xml-markup.ts'
import { readStartTag, type StartTag } from './xml-tag.ts'

/** One element with its namespace resolved: prefixes are the sender's choice and mean nothing. */
export interface Element {
  /** Namespace URI, `''` for none. */
  namespace: string
  /** Without prefix, e.g. `'announce_type'`. */
  name: string
  /** Attributes without namespace, decoded. */
  attributes: ReadonlyMap<string, string>
  children: readonly Element[]
  /** Own character data and CDATA, decoded, in document order. */
  text: string
}

interface OpenElement extends Element {
  children: Element[]
  /** With its prefix, for the end tag. */
  written: string
  /** Prefixes, as they stand inside. */
  namespaces: Namespaces
}

type Namespaces = ReadonlyMap<string, string>

const deepest = 64
const noNamespaces: Namespaces = new Map()

/**
 * The root element of a document. Reads in one pass; nothing that the document declares itself is
 * ever expanded, and no value is read as a number. Throws `XmlFault` for what is not well-formed.
 *
 * fast-xml-parser with its validator costs twice of what it costs alone, before a field is read.
 */
export function readXml(xml: string): Element {
  const open: OpenElement[] = []
  let root: Element | undefined
  let position = 0
  while (position < xml.length) {
    const top = open.at(-1)
    const at = xml.indexOf('<', position)
    const end = at === -1 ? xml.length : at
    addText(top, xml.slice(position, end), position)
    if (at === -1) break
    const next = xml[at + 1]
    if (next === '/') {
      position = closeElement(open, xml, at)
    } else if (next === '!' || next === '?') {
      const markup = skipMarkup(xml, at, root === undefined && top === undefined)
      if (markup.text !== undefined && top === undefined) throw outside(at)
      if (top !== undefined) top.text += markup.text ?? ''
      position = markup.end
    } else {
      const tag = readStartTag(xml, at)
      if (top === undefined && root !== undefined) throw outside(at)
      if (open.length === deepest) throw new XmlFault(`more than ${deepest} levels`, at)
      const element = openElement(tag, top?.namespaces ?? noNamespaces)
      root ??= element
      top?.children.push(element)
      if (!tag.isEmpty) open.push(element)
      position = tag.end
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw new XmlFault(`<${unclosed.written}> without end`, xml.length)
  if (root === undefined) throw new XmlFault('no element', xml.length)
  return root
}

function addText(element: OpenElement | undefined, raw: string, at: number): void {
  if (element === undefined) {
    if (raw.trim() !== '') throw outside(at)
    return
  }
  if (!raw.includes('&')) {
    element.text += raw
    return
  }
  const stray = /&(?!#\d+;|#[xX][\da-fA-F]+;|[\p{L}_:][\p{L}\p{N}_:.-]{0,60};)/u.exec(raw)
  if (stray !== null) throw new XmlFault('a bare "&"', at + stray.index)
  element.text += decodeXmlEntities(raw)
}

function openElement(tag: StartTag, outer: Namespaces): OpenElement {
  const { namespaces, attributes } = readAttributes(tag.attributes, outer)
  const colon = tag.name.indexOf(':')
  return {
    namespace: namespaces.get(colon === -1 ? '' : tag.name.slice(0, colon)) ?? '',
    name: tag.name.slice(colon + 1),
    attributes,
    children: [],
    text: '',
    written: tag.name,
    namespaces,
  }
}

function closeElement(open: OpenElement[], xml: string, at: number): number {
  const end = xml.indexOf('>', at)
  const name = xml.slice(at + 2, end === -1 ? at + 80 : end).trimEnd()
  const closed = open.pop()
  if (end === -1 || closed?.written !== name) throw new XmlFault(`</${name}> out of place`, at)
  return end + 1
}

function readAttributes(
  written: ReadonlyMap<string, string>,
  outer: Namespaces,
): { namespaces: Namespaces; attributes: ReadonlyMap<string, string> } {
  let namespaces: Map<string, string> | undefined
  let isPlain = true
  for (const [key, value] of written) {
    if (key.includes(':')) isPlain = false
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue
    namespaces ??= new Map(outer)
    namespaces.set(key.slice(6), value)
  }
  const attributes = isPlain ? written : new Map([...written].filter(([key]) => !key.includes(':')))
  return { namespaces: namespaces ?? outer, attributes }
}

function outside(at: number): XmlFault {
  return new XmlFault('content outside of the root element', at)
}
