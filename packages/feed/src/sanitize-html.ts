import {
  allowedElements,
  hiddenElements,
  selfEndingElements,
  urlAttributes,
  voidElements,
} from './html-elements.ts'
import { skipHidden } from './plain-text.ts'
import { resolveUrl } from './resolve-url.ts'
import { parseAttributes } from './tag-attributes.ts'
import { Tokenizer } from './tokenizer.ts'

// Browsers stop nesting at about this depth too; deeper elements lose their tags, not their text.
const deepest = 256

const dataImage = /^data:image\/(?:png|gif|jpe?g|webp|avif);base64,[\w+/=\s]*$/i

/**
 * An HTML fragment of which only harmless elements and attributes are left, with absolute addresses and
 * every tag closed. It is written anew from tokens: what was not understood comes out as text.
 */
export function sanitizeHtml(html: string, base: string | undefined): string {
  const tokens = new Tokenizer(html)
  const open: string[] = []
  const counts = new Map<string, number>()
  let clean = ''
  const close = () => {
    const name = open.pop() ?? ''
    counts.set(name, (counts.get(name) ?? 1) - 1)
    clean += `</${name}>`
  }
  while (tokens.next() !== 'end') {
    const { kind, name } = tokens
    if (kind === 'text') clean += escapeText(html.slice(tokens.start, tokens.end))
    else if (kind === 'cdata') clean += escapeAll(html.slice(tokens.innerStart, tokens.innerEnd))
    else if (kind === 'open' && hiddenElements.has(name)) skipHidden(tokens)
    else if (kind === 'open' && allowedElements.has(name)) {
      if (selfEndingElements.has(name) && open.at(-1) === name) close()
      if (voidElements.has(name)) clean += startTag(tokens, base)
      else if (open.length < deepest) {
        clean += startTag(tokens, base)
        if (tokens.selfClosing) clean += `</${name}>`
        else {
          open.push(name)
          counts.set(name, (counts.get(name) ?? 0) + 1)
        }
      }
    } else if (kind === 'close' && (counts.get(name) ?? 0) > 0) {
      while (open.at(-1) !== name) close()
      close()
    }
  }
  while (open.length > 0) close()
  return clean.trim()
}

/** An HTML fragment as it is, but with absolute addresses. Not safe to show. */
export function absolutizeHtml(html: string, base: string | undefined): string {
  if (base === undefined) return html.trim()
  const tokens = new Tokenizer(html)
  let text = ''
  let copied = 0
  while (tokens.next() !== 'end') {
    if (tokens.kind !== 'open' || tokens.innerEnd === tokens.innerStart) continue
    const attributes = parseAttributes(html.slice(tokens.innerStart, tokens.innerEnd))
    let changed = false
    for (const [name, value] of attributes) {
      const url = urlAttributes.has(name) ? resolveUrl(value, base) : undefined
      if (url === undefined || url === value) continue
      attributes.set(name, url)
      changed = true
    }
    if (!changed) continue
    const written = [...attributes]
      .map(([name, value]) => ` ${name}="${escapeValue(value)}"`)
      .join('')
    text += `${html.slice(copied, tokens.innerStart)}${written}${tokens.selfClosing ? ' ' : ''}`
    copied = tokens.innerEnd
  }
  return (text + html.slice(copied)).trim()
}

function startTag(tokens: Tokenizer, base: string | undefined): string {
  const { name, source } = tokens
  const allowed = allowedElements.get(name)
  const attributes = parseAttributes(source.slice(tokens.innerStart, tokens.innerEnd))
  let hasSource = false
  let tag = `<${name}`
  for (const [key, value] of attributes) {
    if (!allowed?.has(key)) continue
    const safe = urlAttributes.has(key) ? safeUrl(name, key, value, base) : value
    if (safe === undefined) continue
    hasSource ||= key === 'src'
    tag += ` ${key}="${escapeValue(safe)}"`
  }
  // A picture without an address shows nothing but a broken frame.
  return name === 'img' && !hasSource ? '' : `${tag}>`
}

function safeUrl(
  element: string,
  attribute: string,
  value: string,
  base: string | undefined,
): string | undefined {
  const url = resolveUrl(value, base)
  if (url !== undefined) return url
  const text = value.trim()
  if (attribute === 'href' && /^(?:mailto|tel):[^\s<>"]+$/i.test(text)) return text
  return element === 'img' && attribute === 'src' && dataImage.test(text) ? text : undefined
}

// References of the source stay as they are; everything that could begin a tag does not.
function escapeText(text: string): string {
  return text.includes('<') || text.includes('>')
    ? text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text
}

function escapeAll(text: string): string {
  return escapeText(text.replaceAll('&', '&amp;'))
}

function escapeValue(value: string): string {
  return escapeAll(value).replaceAll('"', '&quot;')
}

/** Text as HTML shows it: for sources that say their content is no markup. */
export function htmlOfText(text: string): string {
  return escapeAll(text.trim())
}
