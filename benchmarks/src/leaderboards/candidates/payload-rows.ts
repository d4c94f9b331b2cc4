/** The JSON of a payload's rows, for those who join the pushes themselves: no modules, no texts. */
export function jsonRows(payload: string): string[] {
  const bytes = Buffer.from(payload)
  const rows: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const colon = bytes.indexOf(0x3a, at)
    if (colon === -1) break
    if (bytes[colon + 1] === 0x54) {
      // A text row: its length in bytes ends it.
      const comma = bytes.indexOf(0x2c, colon)
      at = comma + 1 + Number.parseInt(bytes.toString('latin1', colon + 2, comma), 16)
      continue
    }
    const newline = bytes.indexOf(0x0a, colon)
    const end = newline === -1 ? bytes.length : newline
    if (bytes[colon + 1] !== 0x49) rows.push(bytes.toString('utf8', colon + 1, end))
    at = end + 1
  }
  return rows
}

const push = /self\.__next_f\.push\(\[1,(".*?")\]\)<\/script>/gs

/** The payload of a page, by a regular expression. */
export function payloadOf(page: string): string {
  return [...page.matchAll(push)].map(([, literal = '""']) => String(JSON.parse(literal))).join('')
}
