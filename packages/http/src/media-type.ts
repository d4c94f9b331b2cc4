export type MediaKind = 'html' | 'xml' | 'json' | 'text' | 'binary'

/** What a body is by its first bytes; its label is believed only where those say nothing. */
export function mediaKindOf(body: Uint8Array, contentType: string | undefined): MediaKind {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 2048))
  if (start.includes(0) && !isUtf16(start)) return 'binary'
  const text = start.toString(isUtf16(start) ? 'utf16le' : 'latin1').replace(/^(?:ï»¿|\ufeff)/, '')
  const bare = text.replace(/^(?:\s|<!--[\s\S]{0,1500}?-->)+/, '')
  if (/^<(?:!doctype\s+html|html|head|body|script|title)\b/i.test(bare)) return 'html'
  if (/^<(?:\?xml|rss|feed|rdf:RDF|opml)\b/.test(bare)) {
    return /<html[\s>]/i.test(bare.slice(0, 1000)) ? 'html' : 'xml'
  }
  const label = contentType ?? ''
  if (/^[[{]/.test(bare) && !/html|xml/.test(label)) return 'json'
  if (/html/i.test(label)) return 'html'
  if (/xml/i.test(label)) return 'xml'
  return /json/i.test(label) ? 'json' : 'text'
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}
