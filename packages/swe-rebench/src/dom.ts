import { isDeepHtml, SourceError } from '@inference-report/source'
import { type CheerioAPI, load } from 'cheerio/slim'
import { visibleHtml } from './visible-html.ts'

export type DomNode = ReturnType<CheerioAPI['root']>[number]['children'][number]
export type DomElement = Extract<DomNode, { attribs: unknown }>

// What they hold is not on the page: icons carry the vendor's name in a <title>.
export const unseen: ReadonlySet<string> = new Set([
  'svg',
  'title',
  'script',
  'style',
  'noscript',
  'template',
])

// The largest page known has 12 MB and some 40 levels. Building a tree takes time that grows with the
// square of its depth.
const most = { characters: 64 * 1024 * 1024, levels: 20_000 } as const

/**
 * All elements of a page in document order; those within an unseen one left out.
 *
 * @throws SourceError `too-large` far beyond any page.
 */
export function readElements(html: string): DomElement[] {
  if (html.length > most.characters) throw tooLarge('characters')
  const visible = visibleHtml(html)
  if (isDeepHtml(visible, most.levels)) throw tooLarge('levels')
  const root = load(visible).root()[0]
  return root === undefined ? [] : descend(root.children)
}

function tooLarge(what: keyof typeof most): SourceError {
  const expected = `a page of at most ${most[what]} ${what}`
  return new SourceError('too-large', { source: 'swe-rebench', expected })
}

/** The element and all in it, in document order, but not what a table within it holds. */
export function withDescendants(element: DomElement): DomElement[] {
  return descend([element], new Set(['table']))
}

// Own stack: a page nested a hundred thousand times must not end in a stack overflow.
function descend(roots: readonly DomNode[], closed: ReadonlySet<string> = new Set()): DomElement[] {
  const found: DomElement[] = []
  const stack = roots.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node) || unseen.has(node.name)) continue
    found.push(node)
    if (closed.has(node.name)) continue
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return found
}

/** Of these names; all where none is given. */
export function childElements(element: DomElement, ...names: string[]): DomElement[] {
  return element.children
    .filter((child) => isElement(child))
    .filter(({ name }) => names.length === 0 || names.includes(name))
}

export function hasClass(element: DomElement, name: string): boolean {
  return classesOf(element).includes(name)
}

export function classesOf(element: DomElement): string[] {
  return (element.attribs['class'] ?? '').split(/\s+/)
}

export function isElement(node: DomNode): node is DomElement {
  return 'attribs' in node
}
