import type { CheerioAPI } from 'cheerio/slim'

/** A node of the page's tree. */
export type DomNode = ReturnType<CheerioAPI['root']>[number]['children'][number]

export type DomElement = Extract<DomNode, { attribs: unknown }>

export type DomText = Extract<DomNode, { data: string }>

// What they hold is not on the page: icons have titles, and a signed-in reader's star button a dialog.
const unseen: ReadonlySet<string> = new Set(['svg', 'template', 'script', 'style', 'noscript'])

/** What a walk meets, in document order. Within an element that shows nothing, no text and no elements. */
export interface Walk {
  elements: DomElement[]
  texts: DomText[]
}

/** Walks an element, itself included, but not those within it that `isForeign` tells apart. */
export function walk(
  root: DomElement,
  isForeign: (element: DomElement) => boolean = () => false,
): Walk {
  const elements: DomElement[] = []
  const texts: DomText[] = []
  // Own stack: no page is deep enough to end in an overflow.
  const stack: DomNode[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) texts.push(node)
    if (!isElement(node) || (node !== root && isForeign(node))) continue
    elements.push(node)
    if (unseen.has(node.name)) continue
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index]
      if (child !== undefined) stack.push(child)
    }
  }
  return { elements, texts }
}

export function isElement(node: DomNode): node is DomElement {
  return 'attribs' in node
}

function isText(node: DomNode): node is DomText {
  return String(node.type) === 'text'
}
