import { SourceError } from '@inference-report/source'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { throwIfThrottled } from './throttle.ts'
import { type Element, toElement } from './xml-element.ts'
import { decodeXmlEntities } from './xml-entities.ts'

// No value is ever read as a number: the id 2401.10000 would become 2401.1. Entities are left to
// `decodeXmlEntities`, so that nothing a document declares itself is ever expanded.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 64,
})

/**
 * The root element of an answer of arXiv.
 *
 * @throws SourceError `rate-limited` for arXiv's plain-text throttle, `unparseable` for anything else
 * that is no complete, well-formed XML document.
 */
export function parseXml(xml: string): Element {
  const text = xml.replace(/^\uFEFF/, '').trim()
  rejectOtherText(text)
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw unparseable(text, new Error(valid.err.msg))
  try {
    const roots: unknown = parser.parse(text)
    const root = toElement(roots, decodeXmlEntities)
    if (root !== undefined) return root
  } catch (cause) {
    throw unparseable(text, cause)
  }
  throw unparseable(text)
}

/** A proxy's page and arXiv's throttle come where XML was asked for, at times with status 200. */
function rejectOtherText(text: string): void {
  const looksLikeXml = text.startsWith('<') && !/^<(?:!doctype\s+html|html)\b/i.test(text)
  if (looksLikeXml) return
  throwIfThrottled(text, 'an XML document')
  throw unparseable(text)
}

function unparseable(text: string, cause?: unknown): SourceError {
  const reason = cause instanceof Error ? `${cause.message} in: ${text}` : text
  return new SourceError('unparseable', {
    source: 'arxiv',
    expected: 'a complete, well-formed XML document',
    received: text === '' ? 'an empty answer' : reason,
    cause,
  })
}
