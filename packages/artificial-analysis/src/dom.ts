import { type CheerioAPI, load } from 'cheerio/slim'

export type DomNode = ReturnType<CheerioAPI['root']>[number]['children'][number]
export type DomElement = Extract<DomNode, { attribs: unknown }>

// Icons carry the name of what they show in a <title>.
const unseen: ReadonlySet<string> = new Set(['svg', 'title', 'script', 'style', 'template'])

/** All elements of a piece of HTML in document order; those within an unseen one left out. */
export function readElements(html: string): DomElement[] {
  return load(html)
    .root()
    .toArray()
    .flatMap(({ children }) => descend(children))
}

/** The element and all in it, in document order. */
export function withDescendants(element: DomElement): DomElement[] {
  return descend([element])
}

// Own stack: cells nested a hundred thousand times must not end in a stack overflow.
function descend(roots: readonly DomNode[]): DomElement[] {
  const found: DomElement[] = []
  const stack = roots.toReversed()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node) || unseen.has(node.name)) continue
    found.push(node)
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return found
}

export function childElements(element: DomElement, ...names: string[]): DomElement[] {
  return element.children
    .filter((child) => isElement(child))
    .filter(({ name }) => names.includes(name))
}

/**
 * What a cell prints, with one space where elements meet. Where React cut a text in two there is only a
 * comment between the halves, hence none.
 */
export function printedText(element: DomElement): string {
  let text = ''
  const stack: (DomNode | string)[] = [element]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node
    else if (isElement(node)) {
      if (unseen.has(node.name)) continue
      text += ' '
      stack.push(' ')
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index]
        if (child !== undefined) stack.push(child)
      }
    } else if (node.type === 'text') text += node.data
  }
  return text.replace(/\s+/g, ' ').trim()
}

function isElement(node: DomNode): node is DomElement {
  return 'attribs' in node
}
