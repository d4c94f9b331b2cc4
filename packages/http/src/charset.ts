import { isUtf8 } from 'node:buffer'

/**
 * The text of an answer in the encoding it is in: by its byte order mark, then `Content-Type`, then
 * its XML declaration or HTML `meta`, then as UTF-8 where it is that, else as Windows-1252, which
 * is what unlabelled old pages are. `response.text()` always reads UTF-8.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export async function decodeText(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const charset = charsetOf(bytes, response.headers.get('content-type') ?? undefined)
  return new TextDecoder(charset).decode(bytes)
}

/** The encoding's name as the platform knows it, e.g. `'windows-1252'`. */
export function charsetOf(bytes: Uint8Array, contentType: string | undefined): string {
  return (
    byteOrderMark(bytes) ??
    known(/;\s{0,20}charset\s{0,20}=\s{0,20}["']?([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1]) ??
    declared(bytes) ??
    (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  )
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined
}

function declared(bytes: Uint8Array): string | undefined {
  // HTML asks for a look at the first 1024 bytes.
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024))
  const text = start.toString('latin1')
  const xml = /^\s{0,64}<\?xml[^>]{1,200}?encoding\s{0,20}=\s{0,20}["']([\w:.-]{1,40})/.exec(text)
  const meta = /<meta[^>]{1,200}?charset\s{0,20}=\s{0,20}["']?([\w:.-]{1,40})/i.exec(text)
  const name = known((xml ?? meta)?.[1])
  // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
  return name?.startsWith('utf-16') ? 'utf-8' : name
}

function known(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  try {
    return new TextDecoder(name).encoding
  } catch {
    // A name that no platform knows says nothing.
    return undefined
  }
}
