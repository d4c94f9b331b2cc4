import { attribute, type Element } from './element.ts'
import { atomRole, hasRole } from './element-kinds.ts'
import { decodeXml } from './entities.ts'
import { escapeAll } from './escape-html.ts'
import { type Reading, warn } from './reading.ts'

/** The content of an element: markup where it holds tags, else the text XML means by it. */
interface ElementText {
  text: string
  /** True where tags stand in the element unescaped, so that `text` is their source, undecoded. */
  inline: boolean
}

/** Reads an element's content: sections unwrapped, comments left out, references decoded once. */
export function readText(element: Element | undefined, reading: Reading): ElementText {
  if (element === undefined) return { text: '', inline: false }
  const raw = element.source.slice(element.innerStart, element.innerEnd)
  if (element.content === 'section') return { text: raw, inline: false }
  if (element.content === 'unknown' && raw.includes('<')) return readParts(raw, element, reading)
  return { text: raw.includes('&') ? decode(raw, element, reading) : raw, inline: false }
}

function readParts(raw: string, element: Element, reading: Reading): ElementText {
  const parts = splitSections(raw)
  const inline = parts.some((part) => !part.section && /<\/?[a-z][^<>]*>/i.test(part.text))
  if (inline) return { text: joinInline(parts, isXhtml(element), reading.entities), inline }
  const text = parts
    .map((part) => (part.section ? part.text : decode(part.text, element, reading)))
    .join('')
  return { text, inline }
}

// In XHTML a section is text; elsewhere it is markup like what stands around it.
function isXhtml(element: Element): boolean {
  return hasRole(element.kind, atomRole) && /xhtml/i.test(attribute(element, 'type') ?? '')
}

function joinInline(
  parts: readonly Part[],
  xhtml: boolean,
  declared: ReadonlyMap<string, string>,
): string {
  const html = parts
    .map(({ text, section }) => {
      if (section) return xhtml ? escapeAll(text) : text
      if (declared.size === 0) return text
      return text.replace(/&([\w.-]{1,32});/g, (all, name) => {
        const value = declared.get(name)
        return value === undefined ? all : escapeAll(value)
      })
    })
    .join('')
  // Whatever the prefix of XHTML's elements, HTML's have none.
  const prefix = xhtml ? /^\s*<([\w.-]+:)div\b/i.exec(html)?.[1] : undefined
  return prefix === undefined
    ? html
    : html.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</')
}

function decode(text: string, element: Element, reading: Reading): string {
  return decodeXml(text, reading.entities, (code, message) =>
    warn(reading, element.rawName, code, message),
  )
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
