import type { Element } from './element.ts'
import type { Scope } from './namespaces.ts'

/** An element whose end tag has not come yet, and what prefixes mean inside it. */
export interface Frame {
  element: Element
  scope: Scope
}

// No real feed nests deeper; up to here the open elements are simply looked through.
const scannedDepth = 32

/** The open elements of a document, outermost first. */
export class OpenElements {
  /** The innermost of them. */
  top: Frame | undefined = undefined
  readonly #frames: Frame[] = []
  /** How many of those deeper than `scannedDepth` have a raw name: a stray end tag must cost little. */
  #deep: Map<string, number> | undefined = undefined

  get depth(): number {
    return this.#frames.length
  }

  at(depth: number): Frame | undefined {
    return this.#frames[depth]
  }

  push(frame: Frame): void {
    this.#frames.push(frame)
    this.top = frame
    if (this.#frames.length > scannedDepth) this.#count(frame, 1)
  }

  pop(): Frame | undefined {
    const frame = this.#frames.pop()
    if (frame === undefined) return undefined
    const depth = this.#frames.length
    if (depth >= scannedDepth) this.#count(frame, -1)
    this.top = depth === 0 ? undefined : this.#frames[depth - 1]
    return frame
  }

  /** Whether an element of this name, as the document writes it, is open. */
  has(rawName: string): boolean {
    if ((this.#deep?.get(rawName) ?? 0) > 0) return true
    const depth = Math.min(this.#frames.length, scannedDepth)
    for (let i = 0; i < depth; i++) {
      if (this.#frames[i]?.element.rawName === rawName) return true
    }
    return false
  }

  #count({ element }: Frame, change: number): void {
    const { rawName } = element
    this.#deep ??= new Map()
    this.#deep.set(rawName, (this.#deep.get(rawName) ?? 0) + change)
  }
}
