const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** Resolves XML's five entities and character references. Any other one stays as it is written. */
export function decodeXmlEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (all, decimal, hex, name) => {
      if (name !== undefined) return named[name] ?? all
      return character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? all
    },
  )
}

/** XML allows neither surrogates nor most control characters, not even as references. */
function character(code: number): string | undefined {
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code > 0xdfff && code < 0xfffe) ||
    (code > 0xffff && code <= 0x10ffff)
  return allowed ? String.fromCodePoint(code) : undefined
}
