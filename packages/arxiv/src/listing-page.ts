import { type HtmlElement, hasClass, isElement, textBelow, walk } from './html-tree.ts'

/** A paper of a listing: its head and, where there is one, its body. */
export interface ListingEntry {
  head: HtmlElement
  body: HtmlElement | undefined
}

/** The parts of a listing, in document order. */
export interface ListingPage {
  blocks: ({ heading: string } | ListingEntry)[]
  /** The heading of the page. */
  title: string | undefined
  /** Addresses linked outside of papers. */
  links: string[]
  /** All text outside of papers. */
  text: string
  /** What stands in paragraphs outside of papers. */
  paragraphs: string[]
  /** Which entries of the listing are on this page, from 1, e.g. `'26-50'`; absent where all are. */
  range: string | undefined
}

const blocks: ReadonlySet<string> = new Set(['div', 'dl', 'h1', 'h2', 'h3', 'li', 'p', 'ul'])

/** Takes a listing apart in one walk. */
export function readListingPage(page: HtmlElement): ListingPage {
  const read: ListingPage = {
    blocks: [],
    title: undefined,
    links: [],
    text: '',
    paragraphs: [],
    range: undefined,
  }
  let open: ListingEntry | undefined
  const within = { h3: new WeakSet<object>(), p: new WeakSet<object>() }
  // Of headings in headings only the outermost is read: each holds the text of all below it.
  const isOutermost = (node: HtmlElement, tag: keyof typeof within): boolean => {
    const isInside = node.parent !== null && within[tag].has(node.parent)
    if (isInside || node.name === tag) within[tag].add(node)
    return node.name === tag && !isInside
  }
  walk(page, (node) => {
    if (node.type === 'text') read.text += node.data
    if (!isElement(node)) return undefined
    if (blocks.has(node.name)) read.text += ' '
    if (node.name === 'dt') {
      open = { head: node, body: undefined }
      read.blocks.push(open)
      return 'skip'
    }
    if (node.name === 'dd') {
      if (open !== undefined) open.body ??= node
      return 'skip'
    }
    const isHeading = isOutermost(node, 'h3')
    const isParagraph = isOutermost(node, 'p')
    if (isHeading) read.blocks.push({ heading: textBelow(node) })
    else if (node.name === 'h1') read.title ??= textBelow(node)
    else if (isParagraph) read.paragraphs.push(textBelow(node))
    else if (node.name === 'a' && node.attribs['href'] !== undefined) {
      read.links.push(node.attribs['href'])
    } else if (hasClass(node, 'paging')) read.range ??= readRange(node)
    return undefined
  })
  return read
}

/** The one range of a pager that is no link. */
function readRange(pager: HtmlElement): string | undefined {
  let range: string | undefined
  walk(pager, (node) => {
    if (isElement(node) && node.name === 'a') return 'skip'
    if (node.type === 'text') range ??= /\b\d{1,7}-\d{1,7}\b/.exec(node.data)?.[0]
    return undefined
  })
  return range
}
