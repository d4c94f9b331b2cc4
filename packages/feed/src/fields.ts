import type { Element } from './element.ts'
import { countKinds, type ElementKind } from './element-kinds.ts'

/**
 * The children of one item or head, found by kind in one step: they are chained by kind once, where
 * every reader would search them again. One of these serves all documents in turn.
 */
export class Fields {
  /** Roles that any of the children has. */
  roles = 0
  element: Element | undefined = undefined
  readonly #first: (Element | undefined)[] = new Array<Element | undefined>(countKinds()).fill(
    undefined,
  )

  /** Forgets the element: it would keep its document in memory. */
  clear(): void {
    const first = this.#first
    for (const child of this.element?.children ?? []) first[child.kind.id] = undefined
    this.element = undefined
    this.roles = 0
  }

  load(element: Element): void {
    const first = this.#first
    this.clear()
    this.element = element
    const { children } = element
    let roles = 0
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]
      if (child === undefined) continue
      const { id } = child.kind
      roles |= child.kind.roles
      child.next = first[id]
      first[id] = child
    }
    this.roles = roles
  }

  /** The first child of a known kind; its `next` is the second. */
  first(kind: ElementKind): Element | undefined {
    return this.#first[kind.id]
  }
}
