import { type DomElement, type DomNode, isElement, unseen } from './dom.ts'

// A line ends at their edges, so text on both sides of one is never one word.
const breaks = new Set(
  (
    'address article aside blockquote br dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead ' +
    'tr ul'
  ).split(' '),
)

/** The element's own text, in one line; React cuts it with comments ("110<!-- --> problems"). */
export function ownText(element: DomElement): string {
  return fold(
    element.children
      .map((child) => {
        if (isElement(child)) return breaks.has(child.name) ? ' ' : ''
        return textOfNode(child)
      })
      .join(''),
  )
}

/** The visible texts of some elements, one for each that has a text of its own. */
export function ownTexts(elements: readonly DomElement[]): string[] {
  return elements.map(ownText).filter((text) => text !== '')
}

/**
 * The whole text of an element as the page prints it, in one line: "Nova <b>Sol</b> 5" is "Nova Sol 5",
 * and a `<br>` or the edge of a block is a space. Tables within it are left out.
 */
export function printedText(
  element: DomElement,
  isLeftOut: (inner: DomElement) => boolean = () => false,
): string {
  return wholeText(element, ({ name }) => breaks.has(name), isLeftOut)
}

/** As `printedText`, but the edge of any element is a space: for numbers, which must never fuse. */
export function spacedText(element: DomElement): string {
  return wholeText(
    element,
    () => true,
    () => false,
  )
}

/** As `printedText`, but with a line for each block, and `- ` before an item of a list. */
export function linesOf(
  element: DomElement,
  isLeftOut: (inner: DomElement) => boolean = () => false,
): string {
  return wholeText(element, ({ name }) => breaks.has(name), isLeftOut, true)
    .split('\n')
    .map((line) => line.replace(/^\s*-\s*$/, '').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function wholeText(
  element: DomElement,
  isBreak: (inner: DomElement) => boolean,
  isLeftOut: (inner: DomElement) => boolean,
  hasLines = false,
): string {
  const texts: string[] = []
  // Own stack, for a page may be nested very deep; a string on it is text already.
  const stack: (DomNode | string)[] = element.children.toReversed()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') texts.push(next)
    else if (!isElement(next))
      texts.push(hasLines ? fold(textOfNode(next), false) : textOfNode(next))
    else if (next.name === 'table' || isLeftOut(next)) texts.push(' ')
    else if (!unseen.has(next.name)) {
      const edge = !isBreak(next) ? '' : hasLines ? '\n' : ' '
      texts.push(hasLines && next.name === 'li' ? '\n- ' : edge)
      stack.push(edge)
      for (let index = next.children.length - 1; index >= 0; index -= 1) {
        const child = next.children[index]
        if (child !== undefined) stack.push(child)
      }
    }
  }
  return hasLines ? texts.join('') : fold(texts.join(''))
}

function textOfNode(node: DomNode): string {
  return 'data' in node && node.nodeType === 3 ? node.data : ''
}

function fold(text: string, isTrimmed = true): string {
  const folded = text.replace(/\s+/g, ' ')
  return isTrimmed ? folded.trim() : folded
}
