const declared = /^[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/

function labelOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 300)))?.[1] ?? 'utf-8'
}

/** The text of a feed for those who read only text. What it costs is charged to nobody. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(labelOf(bytes)).decode(bytes)
  } catch {
    // A label no platform knows.
    return new TextDecoder().decode(bytes)
  }
}
