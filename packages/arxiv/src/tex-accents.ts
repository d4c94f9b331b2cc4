/** Combining marks of TeX's text accents: `\'e`, `\v{s}`, `\c c`. */
export const textAccents: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['^', '\u0302'],
  ['"', '\u0308'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030C'],
  ['H', '\u030B'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['r', '\u030A'],
  ['b', '\u0331'],
  ['d', '\u0323'],
  ['t', '\u0361'],
])

/** Combining marks of mathematical accents: `\tilde x`, `\bar{p}`. */
export const mathAccents: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0305'],
  ['underline', '\u0332'],
  ['vec', '\u20D7'],
  ['overrightarrow', '\u20D7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['check', '\u030C'],
  ['breve', '\u0306'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['mathring', '\u030A'],
])

const dotless: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ȷ', 'j'],
])

/** The mark on the first letter: `\'{ee}` is `ée`. A dotless i under an accent above is an i. */
export function accentFirst(text: string, mark: string): string {
  const [first = '', ...rest] = text
  return (
    (dotless.get(first) ?? first).normalize('NFC').concat(mark).normalize('NFC') + rest.join('')
  )
}

/** A mathematical accent: over one or two letters; it is dropped over whole expressions. */
export function accentAll(text: string, mark: string): string {
  const points = [...text]
  if (points.length > 2 || !points.every((point) => /[\p{L}\p{N}]/u.test(point))) return text
  return points.map((point) => accentFirst(point, mark)).join('')
}
