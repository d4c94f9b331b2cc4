import type { ElementKind } from './element-kinds.ts'
import { valueIn } from './tag-attributes.ts'

/** What stands between the tags of an element, as far as reading them told. */
export type Content = 'unknown' | 'plain' | 'section'

/**
 * A part of an item or of a feed's head: ranges of the source, and the elements in it. A class, so
 * that all have one shape; nothing of the source is copied before a reader asks for it.
 */
export class Element {
  readonly kind: ElementKind
  /** As the document writes it, in lower case. */
  readonly rawName: string
  readonly source: string
  /** Where the text between the name and the end of its tag begins and ends. */
  readonly attributesStart: number
  readonly attributesEnd: number
  /** Where the content begins and ends: of a `section`, inside its one CDATA section. */
  innerStart: number
  innerEnd: number
  content: Content = 'unknown'
  children: Element[] = none
  /** `xml:base` in force, where there is one; relative only where none of its ancestors' is absolute. */
  readonly base: string | undefined
  /** `xml:lang` in force, where there is one. */
  readonly language: string | undefined
  /** The next of the same kind in its parent, while `Fields` holds them. */
  next: Element | undefined = undefined
  /** The address of its vocabulary as the caller asked for it, where the caller did. */
  asked: string | undefined = undefined
  /** Names and values, alternately, once one was asked for. */
  attributes: readonly string[] | undefined = undefined
  /** Whether they are all quoted and none repeated, as far as was looked. */
  isTidy = true

  constructor(
    kind: ElementKind,
    rawName: string,
    source: string,
    attributesStart: number,
    attributesEnd: number,
    inner: number,
    base: string | undefined,
    language: string | undefined,
  ) {
    this.kind = kind
    this.rawName = rawName
    this.source = source
    this.attributesStart = attributesStart
    this.attributesEnd = attributesEnd
    this.innerStart = inner
    this.innerEnd = inner
    this.base = base
    this.language = language
  }

  get name(): string {
    return this.kind.name
  }

  /** The source between the name and the end of its tag. */
  get attributeText(): string {
    return this.source.slice(this.attributesStart, this.attributesEnd).trim()
  }

  adopt(child: Element): void {
    if (this.children === none) this.children = [child]
    else this.children.push(child)
  }
}

/** The name as the document writes it. */
export function spelling({ source, rawName, attributesStart }: Element): string {
  return source.slice(attributesStart - rawName.length, attributesStart)
}

// Most elements have no children, and no array of them either.
const none: Element[] = []

/** An attribute's value, trimmed; `undefined` where it is missing or empty. Prefixed names as written. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (element === undefined || element.attributesStart === element.attributesEnd) return undefined
  return valueIn(element, name)
}

/** The first child of any of these kinds; the order of `wanted` decides. */
export function child(
  element: Element | undefined,
  ...wanted: readonly ElementKind[]
): Element | undefined {
  if (element === undefined) return undefined
  for (const kind of wanted) {
    for (const candidate of element.children) if (candidate.kind === kind) return candidate
  }
  return undefined
}

/** All children of any of these kinds, in the order of the document. */
export function childrenOf(
  element: Element | undefined,
  ...wanted: readonly ElementKind[]
): Element[] {
  return element?.children.filter((candidate) => wanted.includes(candidate.kind)) ?? []
}
