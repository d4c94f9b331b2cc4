import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment

/** White space of every kind is one space: on one line of plain text it is presentation. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** White space as HTML collapses it: a no-break space is a character. */
function collapseHtml(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').trim()
}

export function hasTags(text: string): boolean {
  return /<[a-z/!][^>]*>/i.test(text)
}

function textIn(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}

/** What a browser shows of HTML. */
export function textOf(html: string): string {
  return textIn(parseFragment(html))
}

const addresses = new Set(['href', 'src', 'cite', 'poster', 'longdesc'])

/** A namespace declaration is none: which vocabulary an element is of, HTML knows by its name. */
function isContent({ name, prefix }: { name: string; prefix?: string | undefined }): boolean {
  return prefix !== 'xmlns' && !/^xmlns(:|$)/.test(name)
}

function attributeShape({ name, value }: { name: string; value: string }): string {
  const written = collapseHtml(value)
  // An address is what WHATWG makes of it, however its characters are escaped.
  const same = addresses.has(name) && URL.canParse(written) ? new URL(written).href : written
  return ` ${name}=${JSON.stringify(same)}`
}

function shapeIn(node: Node): string {
  if ('value' in node) return escapeText(node.value)
  if (!('childNodes' in node)) return ''
  const inner = node.childNodes.map(shapeIn).join('')
  if (!('tagName' in node)) return inner
  const attributes = node.attrs.filter(isContent).map(attributeShape)
  return `<${node.tagName}${attributes.sort().join('')}>${inner}</${node.tagName}>`
}

/**
 * Elements, attributes in one order, and texts of HTML; comments left out. Equal shapes are equal
 * documents. One bare `div` around everything is not content: Atom wraps XHTML in it (RFC 4287 §3.1.1.3),
 * and some keep it.
 */
export function shapeOf(html: string): string {
  // XML may end a `br` apart, where HTML would see a second one.
  const source = html.trim().replace(/(<br\s*)><\/br>/g, '$1/>')
  const shape = collapseHtml(shapeIn(parseFragment(source)))
  const inner = /^<div>(.*)<\/div>$/.exec(shape)?.[1]
  return inner === undefined || /<\/div>.*<div>/.test(inner) ? shape : collapseHtml(inner)
}

/** Every element of HTML, and every attribute of each with its value. */
export function partsOf(html: string): Set<string> {
  const parts = new Set<string>()
  const collect = (node: Node) => {
    if ('tagName' in node) {
      parts.add(node.tagName)
      for (const attribute of node.attrs) {
        if (isContent(attribute)) parts.add(node.tagName + attributeShape(attribute))
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(collect)
  }
  collect(parseFragment(html))
  return parts
}

/** HTML that has elements and shows no text, such as one picture. */
export function isOnlyMarkup(html: string): boolean {
  return hasTags(html) && textOf(html).trim() === ''
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
