export const lessThan = 0x3c
export const greaterThan = 0x3e
export const slash = 0x2f

export function isLetter(code: number): boolean {
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x7a
}

/** Whether a name may begin with a character, as XML allows and feeds do. */
export function isNameStart(code: number): boolean {
  return isLetter(code) || code === 0x5f || code === 0x3a || code >= 0xc0
}

/** As `\s` of a pattern. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)))
}

/** Whether it ends a value without quotes: white space or a quote. */
export function isDelimiter(code: number): boolean {
  return code === 0x22 || code === 0x27 || isSpace(code)
}

/** A copy of a text that is to be remembered: a slice would keep its whole document in memory. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1)
}

export function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (source.charCodeAt(at) > 0x20) return false
  return true
}
