import { XmlFault } from './xml-fault.ts'

const kinds = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const

/**
 * Skips the comment, instruction, declaration or CDATA at `at`; the text of a CDATA is told.
 * A document type is allowed before the root element only; what it declares is passed over.
 */
export function skipMarkup(
  xml: string,
  at: number,
  isProlog: boolean,
): { end: number; text?: string | undefined } {
  for (const [opening, closing] of kinds) {
    if (!xml.startsWith(opening, at)) continue
    const start = at + opening.length
    const end = xml.indexOf(closing, start)
    if (end === -1) throw new XmlFault(`${opening} without end`, at)
    const after = end + closing.length
    return closing === ']]>' ? { end: after, text: xml.slice(start, end) } : { end: after }
  }
  if (isProlog && /^<!doctype\s/i.test(xml.slice(at, at + 10))) return { end: doctypeEnd(xml, at) }
  throw new XmlFault('a declaration out of place', at)
}

function doctypeEnd(xml: string, at: number): number {
  const sign = /[<>[\]"']/g
  let depth = 0
  sign.lastIndex = at + 1
  for (let found = sign.exec(xml); found !== null; found = sign.exec(xml)) {
    const [char] = found
    const isComment = char === '<' && xml.startsWith('<!--', found.index)
    if (isComment || char === '"' || char === "'") {
      const end = xml.indexOf(isComment ? '-->' : char, found.index + 1)
      if (end === -1) break
      sign.lastIndex = end + 1
      if (isComment) sign.lastIndex += 2
    } else if (char === '<' || char === '[') depth++
    else if (char === '>' && depth === 0) return sign.lastIndex
    else depth--
  }
  throw new XmlFault('a document type without end', at)
}
