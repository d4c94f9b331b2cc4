import { SourceError } from '@inference-report/source'
import { throwIfThrottled } from './throttle.ts'
import { type Element, readXml } from './xml-element.ts'

/**
 * The root element of an answer of arXiv.
 *
 * @throws SourceError `rate-limited` for arXiv's plain-text throttle, `unparseable` for anything else
 * that is no complete, well-formed XML document.
 */
export function parseXml(xml: string): Element {
  const text = xml.replace(/^\uFEFF/, '').trim()
  rejectOtherText(text)
  try {
    return readXml(text)
  } catch (cause) {
    throw unparseable(text, cause)
  }
}

/** A proxy's page and arXiv's throttle come where XML was asked for, at times with status 200. */
function rejectOtherText(text: string): void {
  const looksLikeXml = text.startsWith('<') && !/^<(?:!doctype\s+html|html)\b/i.test(text)
  if (looksLikeXml) return
  throwIfThrottled(text, 'an XML document')
  // OAI-PMH's own way, with status 503: a page whose heading is "Retry after 10 seconds".
  if (/<h1>\s*Retry after \d+ seconds\b/i.test(text.slice(0, 1000))) {
    throw new SourceError('rate-limited', {
      source: 'arxiv',
      expected: 'an XML document',
      received: text,
    })
  }
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
