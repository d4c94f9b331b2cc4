const declared = /^[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/

function labels(bytes: Uint8Array, contentType: string | undefined): (string | undefined)[] {
  const [a, b, c] = bytes
  const mark =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : undefined
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  return [
    mark,
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1],
    declared.exec(start)?.[1],
  ]
}

/**
 * The text a careful caller gives a parser that reads only text: a byte order mark, HTTP's charset, the
 * XML declaration, else UTF-8.
 */
export function decodeText(data: string | Uint8Array, contentType: string | undefined): string {
  if (typeof data === 'string') return data
  for (const label of labels(data, contentType)) {
    if (label === undefined) continue
    try {
      return new TextDecoder(label).decode(data)
    } catch {
      // A label no platform knows: the next one decides.
    }
  }
  return new TextDecoder().decode(data)
}
