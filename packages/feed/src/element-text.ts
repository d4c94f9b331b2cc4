import type { Element } from './element.ts'
import { decodeXml, type ReferenceRepairs } from './entities.ts'
import { type Reading, warnReferences } from './reading.ts'

/** The content of an element: markup where it holds tags, else the text XML means by it. */
interface ElementText {
  text: string
  /** True where tags stand in the element unescaped, so that `text` is their source, undecoded. */
  inline: boolean
  /** True where all of it was in CDATA sections. */
  section: boolean
}

/** Reads an element's content: sections unwrapped, comments left out, references decoded once. */
export function readText(element: Element | undefined, reading: Reading): ElementText {
  if (element === undefined) return { text: '', inline: false, section: false }
  const raw = reading.source.slice(element.innerStart, element.innerEnd)
  if (!raw.includes('<') && !raw.includes('&')) return { text: raw, inline: false, section: false }
  const parts = splitSections(raw)
  const inline = parts.some((part) => !part.section && /<\/?[a-z][^<>]*>/i.test(part.text))
  if (inline) return { text: parts.map((part) => part.text).join(''), inline, section: false }
  const repairs: ReferenceRepairs = {
    rawAmpersand: false,
    invalidReference: false,
    htmlEntity: false,
    unknownEntity: false,
  }
  const decode = (text: string) => decodeXml(text, reading.entities, repairs)
  const text = parts.map((part) => (part.section ? part.text : decode(part.text))).join('')
  warnReferences(reading, repairs, element)
  return { text, inline, section: parts.every((part) => part.section || part.text.trim() === '') }
}

interface Part {
  text: string
  section: boolean
}

function splitSections(raw: string): Part[] {
  const parts: Part[] = []
  let from = 0
  let at = raw.indexOf('<!')
  while (at !== -1) {
    const isSection = raw.startsWith('<![CDATA[', at) || /^<!\[cdata\[/i.test(raw.slice(at, at + 9))
    const isComment = raw.startsWith('<!--', at)
    if (!isSection && !isComment) {
      at = raw.indexOf('<!', at + 2)
      continue
    }
    const inner = at + (isSection ? 9 : 4)
    const end = raw.indexOf(isSection ? ']]>' : '-->', inner)
    if (at > from) parts.push({ text: raw.slice(from, at), section: false })
    if (isSection)
      parts.push({ text: raw.slice(inner, end === -1 ? undefined : end), section: true })
    if (end === -1) {
      // An unclosed comment hides nothing but its own beginning.
      if (isComment) parts.push({ text: raw.slice(inner), section: false })
      return parts
    }
    from = end + 3
    at = raw.indexOf('<!', from)
  }
  if (from < raw.length) parts.push({ text: raw.slice(from), section: false })
  return parts
}
