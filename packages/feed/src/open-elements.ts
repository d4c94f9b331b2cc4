import type { Element } from './element.ts'
import type { Scope } from './namespaces.ts'

/** An element whose end tag has not come yet, and what prefixes mean inside it. */
export interface Frame {
  element: Element
  scope: Scope
}

/** The open elements of a document, outermost first: never so many that looking through them costs much. */
export class OpenElements {
  /** The innermost of them. */
  top: Frame | undefined = undefined
  readonly #frames: Frame[] = []

  get depth(): number {
    return this.#frames.length
  }

  at(depth: number): Frame | undefined {
    return this.#frames[depth]
  }

  push(frame: Frame): void {
    this.#frames.push(frame)
    this.top = frame
  }

  pop(): Frame | undefined {
    const frame = this.#frames.pop()
    const { length } = this.#frames
    this.top = length === 0 ? undefined : this.#frames[length - 1]
    return frame
  }

  /** Whether an element of this name, as the document writes it in lower case, is open. */
  has(rawName: string): boolean {
    return this.#frames.some(({ element }) => element.rawName === rawName)
  }
}
