import type { CheerioAPI } from 'cheerio/slim'

/** A page, as cheerio holds it. Walking it costs a tenth of asking it by selectors. */
export type HtmlDocument = ReturnType<CheerioAPI['root']>[number]
export type HtmlNode = HtmlDocument['childNodes'][number]
export type HtmlElement = Extract<HtmlNode, { attribs: Record<string, string> }>

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'attribs' in node
}

/**
 * Visits all below `root` in document order; where `visit` answers `'skip'`, not what is below that,
 * and after `'stop'` nothing more.
 */
export function walk(root: HtmlDocument | HtmlElement, visit: (node: HtmlNode) => unknown): void {
  // By a stack of its own: a page may nest deeper than calls can.
  const pending: HtmlNode[] = []
  const add = (nodes: readonly HtmlNode[]): void => {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i]
      if (node !== undefined) pending.push(node)
    }
  }
  add(root.children)
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const answer = visit(node)
    if (answer === 'stop') return
    if (answer !== 'skip' && isElement(node)) add(node.children)
  }
}

/** All elements below that fit, in document order. */
export function elementsOf(
  root: HtmlDocument | HtmlElement,
  fits: (element: HtmlElement) => boolean,
): HtmlElement[] {
  const found: HtmlElement[] = []
  walk(root, (node) => {
    if (isElement(node) && fits(node)) found.push(node)
  })
  return found
}

/** Those that stand in none of the others: to read the text of each takes no longer than to read the page. */
export function outermostOf(
  root: HtmlDocument | HtmlElement,
  fits: (element: HtmlElement) => boolean,
): HtmlElement[] {
  const found: HtmlElement[] = []
  walk(root, (node) => {
    if (!isElement(node) || !fits(node)) return undefined
    found.push(node)
    return 'skip'
  })
  return found
}

/** The first element of this id. */
export function elementOfId(root: HtmlDocument, id: string): HtmlElement | undefined {
  let found: HtmlElement | undefined
  walk(root, (node) => {
    if (!isElement(node) || node.attribs['id'] !== id) return undefined
    found = node
    return 'stop'
  })
  return found
}

export function hasClass(element: HtmlElement, name: string): boolean {
  const written = element.attribs['class']
  if (written === undefined || !written.includes(name)) return false
  return written === name || ` ${written} `.includes(` ${name} `)
}

/** The text below, as it is written. */
export function textBelow(root: HtmlDocument | HtmlElement): string {
  let text = ''
  walk(root, (node) => {
    if (node.type === 'text') text += node.data
  })
  return text
}

/** The text of a field of arXiv's: without its label, and with the addresses behind "this https URL". */
export function fieldText(field: HtmlElement): string {
  const [label, value] = field.children
  // Most fields are a label and one piece of text, or the text alone.
  const only = field.children.length === 2 && isLabel(label) ? value : label
  if (only?.type === 'text' && (only === value || field.children.length === 1)) return only.data
  let text = ''
  walk(field, (node) => {
    if (node.type === 'text') text += node.data
    if (!isElement(node)) return undefined
    if (isLabel(node)) return 'skip'
    if (node.name === 'br') text += ' '
    const address = node.name === 'a' ? hiddenAddress(node) : undefined
    text += address ?? ''
    return address === undefined ? undefined : 'skip'
  })
  return text
}

function isLabel(node: HtmlNode | undefined): boolean {
  return node !== undefined && isElement(node) && hasClass(node, 'descriptor')
}

function hiddenAddress(link: HtmlElement): string | undefined {
  const href = link.attribs['href'] ?? ''
  if (!/^(?:https?|ftp):/i.test(href)) return undefined
  const [text] = link.children
  if (link.children.length !== 1 || text?.type !== 'text') return undefined
  return /^\s*this (?:https?|ftp) URL\s*$/i.test(text.data) ? href : undefined
}
