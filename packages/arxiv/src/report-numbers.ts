import { texToText } from './tex-to-text.ts'

/**
 * The report numbers of a field, by semicolon, and by comma where all between are numbers: not in
 * `Volume 52, Number 20, 2012`.
 */
export function readReportNumbers(text: string | undefined): string[] {
  const parts = (text ?? '').split(';').flatMap((part) => {
    const numbers = part.split(',')
    return numbers.every(isNumber) ? numbers : part
  })
  const readable = parts.map((part) => texToText(part)).filter((part) => part !== '')
  return [...new Set(readable)]
}

/** Letters, and digits after them. */
function isNumber(text: string): boolean {
  const letter = text.search(/[A-Za-z]/)
  return letter !== -1 && /\d/.test(text.slice(letter))
}
