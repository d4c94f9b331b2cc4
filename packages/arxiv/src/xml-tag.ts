import { decodeXmlEntities } from './xml-entities.ts'
import { XmlFault } from './xml-fault.ts'

/** A start tag, as it is written. */
export interface StartTag {
  /** With its prefix. */
  name: string
  attributes: ReadonlyMap<string, string>
  /** `<a/>` */
  isEmpty: boolean
  /** Where the text after it begins. */
  end: number
}

const noAttributes: ReadonlyMap<string, string> = new Map()
const nameStart = /[\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*/uy
const attribute = /\s+([\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy
const tagEnd = /\s*(\/?)>/y

/** Reads the start tag at `at`, which is a `<`. Throws `XmlFault`. */
export function readStartTag(xml: string, at: number): StartTag {
  nameStart.lastIndex = at + 1
  const name = nameStart.exec(xml)?.[0]
  if (name === undefined) throw new XmlFault('a "<" that begins no tag', at)
  let position = at + 1 + name.length
  let attributes: Map<string, string> | undefined
  for (;;) {
    tagEnd.lastIndex = position
    const end = tagEnd.exec(xml)
    if (end !== null) {
      return {
        name,
        attributes: attributes ?? noAttributes,
        isEmpty: end[1] === '/',
        end: position + end[0].length,
      }
    }
    attribute.lastIndex = position
    const [written, key, double, single] = attribute.exec(xml) ?? []
    if (written === undefined || key === undefined) {
      throw new XmlFault(`a tag <${name} that is not complete`, at)
    }
    attributes ??= new Map()
    if (attributes.has(key)) throw new XmlFault(`the attribute ${key} twice in <${name}>`, at)
    attributes.set(key, decodeXmlEntities(double ?? single ?? ''))
    position += written.length
  }
}
