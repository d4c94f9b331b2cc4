import { readEntities } from './doctype.ts'
import type { Element } from './element.ts'
import { isContainer, isField, isItem, isMarkup, isValue } from './element-kinds.ts'
import { readDeclarations, Scope } from './namespaces.ts'
import { nestBase } from './resolve-url.ts'
import { findRoot } from './root.ts'
import { parseAttributes } from './tag-attributes.ts'
import { Tokenizer } from './tokenizer.ts'
import type { Warnings } from './warnings.ts'

/** What a document holds beside its items, complete once it has been read to its end. */
export interface Head {
  /** Name of the root: `rss`, `rdf:rdf`, `atom:feed` or `channel`. */
  rootName: string
  root: Element
  /** The channel, or the root where there is none. Children after the first item are added as they come. */
  channel: Element
  /** Other children of an RDF root, such as its `image`. */
  outside: Element[]
  source: string
  entities: ReadonlyMap<string, string>
  /** What reading it cost, in characters looked at: linear in the length of any input. */
  work: number
}

interface Frame {
  element: Element
  scope: Scope
}

// After so many searches for missing end tags in one item, further ones are taken as missing.
const mostFailedSearches = 32

/**
 * Reads a document once, from left to right, and hands over each item as it ends. Only the item being
 * read and the head are held. Damage ends with the item it is in. `undefined` where there is no feed.
 */
export function readDocument(
  source: string,
  warnings: Warnings,
  onItem: (item: Element, head: Head, index: number) => void,
): Head | undefined {
  const tokens = new Tokenizer(source)
  const found = findRoot(tokens, warnings)
  if (found === undefined) return undefined
  const reader = new DocumentReader(tokens, found.name, found.subset, warnings, onItem)
  return reader.read()
}

class DocumentReader {
  readonly #tokens: Tokenizer
  readonly #warnings: Warnings
  readonly #onItem: (item: Element, head: Head, index: number) => void
  readonly #head: Head
  readonly #frames: Frame[] = []
  /** How many frames of each raw name are open, so that a stray end tag costs nothing. */
  readonly #open: Map<string, number> = new Map()
  /** Position in `#frames` of the item being read, or -1. */
  #item = -1
  #items = 0
  #failed: Map<string, number> = new Map()
  #told = { sections: 0, quotes: 0, angles: 0 }

  constructor(
    tokens: Tokenizer,
    rootName: string,
    subset: string,
    warnings: Warnings,
    onItem: (item: Element, head: Head, index: number) => void,
  ) {
    this.#tokens = tokens
    this.#warnings = warnings
    this.#onItem = onItem
    const attributes = parseAttributes(tokens.source.slice(tokens.innerStart, tokens.innerEnd))
    const scope = new Scope(rootName === 'atom:feed' ? 'atom' : '', readDeclarations(attributes))
    const root = this.#element(rootName, undefined, attributes)
    this.#head = {
      rootName,
      root,
      channel: root,
      outside: [],
      source: tokens.source,
      entities: readEntities(subset),
      work: 0,
    }
    this.#push({ element: root, scope })
    if (tokens.selfClosing) this.#pop(tokens.end)
  }

  read(): Head {
    const tokens = this.#tokens
    while (this.#frames.length > 0) {
      const kind = tokens.next()
      if (kind === 'open') this.#onOpen()
      else if (kind === 'close') this.#onClose()
      else if (kind === 'end') break
    }
    this.#finish()
    return this.#head
  }

  #onOpen(): void {
    const tokens = this.#tokens
    const parent = this.#frames.at(-1)
    if (parent === undefined) return
    const text = tokens.source.slice(tokens.innerStart, tokens.innerEnd)
    const attributes = text.includes('xml') ? parseAttributes(text) : undefined
    let scope =
      attributes === undefined ? parent.scope : parent.scope.within(readDeclarations(attributes))
    let name = scope.nameOf(tokens.name)
    // A channel may declare a namespace of its own invention and still be a channel.
    if (tokens.name === 'channel' && this.#item === -1 && this.#frames.length === 1) {
      name = 'channel'
      scope = parent.scope
    }
    if (isItem(name) && this.#beginsItem()) this.#openItem(name, scope, attributes)
    else if (isMarkup(name) && !tokens.selfClosing) this.#readMarkup(name, parent, attributes)
    else this.#openField(name, scope, attributes)
  }

  #openField(name: string, scope: Scope, attributes: Map<string, string> | undefined): void {
    const tokens = this.#tokens
    this.#closeUnclosedValue(name)
    const outer = this.#frames.at(-1)
    if (outer === undefined) return
    const element = this.#element(name, outer.element, attributes)
    this.#adopt(outer, element)
    if (tokens.selfClosing) return
    this.#push({ element, scope })
    // Of several channels the first names the feed; the items of all are read.
    const isFirst = this.#head.channel === this.#head.root
    if (name === 'channel' && isFirst && this.#frames.length === 2) this.#head.channel = element
  }

  // An item inside an item: the outer one was not closed, unless the inner one belongs to something
  // foreign that is (`<x:list><item>…</item></x:list>`).
  #beginsItem(): boolean {
    if (this.#item === -1) return true
    const tokens = this.#tokens
    for (let i = this.#item + 1; i < this.#frames.length; i++) {
      const rawName = this.#frames[i]?.element.rawName ?? ''
      if (rawName.includes(':') && tokens.find(`</${rawName}`, tokens.end) !== -1) return false
    }
    return true
  }

  #openItem(name: string, scope: Scope, attributes: Map<string, string> | undefined): void {
    const tokens = this.#tokens
    if (this.#item === -1) this.#tellRepairs(undefined)
    else this.#unclosed(this.#frames[this.#item])
    while (this.#frames.length > 1 && !isContainer(this.#frames.at(-1)?.element.name ?? '')) {
      this.#pop(tokens.start)
    }
    const parent = this.#frames.at(-1)
    if (this.#head.rootName === 'rss' && this.#frames.length === 1) {
      this.#warnings.add('item-outside-channel', 'Items stand outside the channel; they were kept.')
    }
    const element = this.#element(name, parent?.element, attributes)
    if (tokens.selfClosing) {
      this.#emit(element)
      return
    }
    this.#item = this.#frames.length
    this.#failed = new Map()
    this.#push({ element, scope })
  }

  // The whole content up to the matching end tag, tags inside it untouched.
  #readMarkup(name: string, parent: Frame, attributes: Map<string, string> | undefined): void {
    const tokens = this.#tokens
    this.#closeUnclosedValue(name)
    const outer = this.#frames.at(-1) ?? parent
    const element = this.#element(name, outer.element, attributes)
    element.innerStart = tokens.end
    element.innerEnd = this.#markupEnd(element)
    this.#adopt(outer, element)
  }

  #markupEnd(element: Element): number {
    const tokens = this.#tokens
    const from = tokens.end
    const { rawName } = element
    const noneBefore = this.#failed.get(rawName)
    const hopeless = noneBefore !== undefined && from < noneBefore
    if (!hopeless && this.#failed.size < mostFailedSearches) {
      let depth = 1
      while (true) {
        const kind = tokens.next()
        if (kind === 'end' || (kind !== 'text' && this.#leavesItem())) break
        if (kind === 'open' && tokens.name === rawName && !tokens.selfClosing) depth++
        if (kind === 'close' && tokens.name === rawName && --depth === 0) return tokens.start
      }
      this.#failed.set(rawName, tokens.start)
    }
    this.#unclosed({ element })
    // Read again from its beginning: the text up to the first tag is what can be saved.
    tokens.end = from
    while (true) {
      const kind = tokens.next()
      if (kind === 'open' || kind === 'close' || kind === 'end') break
    }
    tokens.end = tokens.start
    return tokens.start
  }

  // Whether the tag just read is one no field can hold: of this or the next item, or of their container.
  #leavesItem(): boolean {
    const { kind, name } = this.#tokens
    if (kind !== 'open' && kind !== 'close') return false
    const item = this.#frames[this.#item]?.element.rawName
    if (name === item) return true
    if (item === undefined && kind === 'open')
      return isItem(this.#frames[0]?.scope.nameOf(name) ?? '')
    return (
      kind === 'close' && (name === this.#head.root.rawName || name === this.#head.channel.rawName)
    )
  }

  #closeUnclosedValue(name: string): void {
    const top = this.#frames.at(-1)
    if (top === undefined || !isField(name) || !isValue(top.element.name)) return
    // `<guid>` cannot hold a `<link>`: its end tag is missing.
    this.#unclosed(top)
    this.#pop(this.#tokens.start)
  }

  #onClose(): void {
    const tokens = this.#tokens
    if ((this.#open.get(tokens.name) ?? 0) === 0) return
    // An end tag in an item closes nothing outside it but the item's own container.
    while (this.#frames.length > 0) {
      const top = this.#frames.at(-1)
      if (top === undefined) return
      const matches = top.element.rawName === tokens.name
      if (!matches && (isItem(top.element.name) || isValue(top.element.name))) this.#unclosed(top)
      this.#pop(tokens.start)
      if (matches) return
    }
  }

  #finish(): void {
    const tokens = this.#tokens
    if (this.#frames.length > 0) {
      this.#warnings.add('truncated', 'The document ends before its root element is closed.')
      this.#dropCutValue()
      while (this.#frames.length > 0) this.#pop(tokens.end)
    } else if (this.#hasMarkupAfter(tokens.end)) {
      this.#warnings.add('text-after-root', 'What follows the end of the feed was left out.')
    }
    this.#tellRepairs(undefined)
    this.#head.work = tokens.work
  }

  // What the tokenizer had to repair since this was last asked.
  #tellRepairs(where: string | undefined): void {
    const { unclosedSections, unclosedQuotes, rawAngles } = this.#tokens
    const told = this.#told
    if (unclosedSections > told.sections) {
      this.#warnings.add(
        'unclosed-section',
        'A CDATA section or comment is not closed; it was ended with its element.',
        where,
      )
    }
    if (unclosedQuotes > told.quotes) {
      this.#warnings.add(
        'unclosed-attribute',
        'The quotes of an attribute are not closed; it was ended with its tag.',
        where,
      )
    }
    if (rawAngles > told.angles) {
      this.#warnings.add('raw-angle-bracket', 'A "<" that begins no tag was read as text.', where)
    }
    this.#told = { sections: unclosedSections, quotes: unclosedQuotes, angles: rawAngles }
  }

  // Half a title is better than none, but half a link or a date is a wrong one.
  #dropCutValue(): void {
    const cut = this.#frames.at(-1)
    if (cut !== undefined && isValue(cut.element.name)) this.#frames.at(-2)?.element.children.pop()
  }

  #hasMarkupAfter(from: number): boolean {
    // Comments are allowed there; many caches sign their work in one.
    const rest = new Tokenizer(this.#tokens.source.slice(from, from + 4096))
    while (rest.next() !== 'end') {
      if (rest.kind === 'skip') continue
      if (rest.kind !== 'text' || rest.source.slice(rest.start, rest.end).trim() !== '') return true
    }
    return false
  }

  #element(
    name: string,
    parent: Element | undefined,
    attributes: ReadonlyMap<string, string> | undefined,
  ): Element {
    const tokens = this.#tokens
    const base = attributes?.get('xml:base')?.trim()
    return {
      name,
      rawName: tokens.name,
      attributeText: tokens.source.slice(tokens.innerStart, tokens.innerEnd).trim(),
      innerStart: tokens.end,
      innerEnd: tokens.end,
      children: [],
      base: base === undefined ? parent?.base : nestBase(base, parent?.base),
      language: attributes?.get('xml:lang')?.trim() ?? parent?.language,
    }
  }

  #adopt(parent: Frame, element: Element): void {
    if (this.#item === -1 && this.#frames.length === 1 && this.#head.rootName !== 'atom:feed') {
      this.#head.outside.push(element)
    }
    parent.element.children.push(element)
  }

  #push(frame: Frame): void {
    const { rawName } = frame.element
    this.#frames.push(frame)
    this.#open.set(rawName, (this.#open.get(rawName) ?? 0) + 1)
  }

  #pop(end: number): void {
    const frame = this.#frames.pop()
    if (frame === undefined) return
    const { element } = frame
    this.#open.set(element.rawName, (this.#open.get(element.rawName) ?? 1) - 1)
    element.innerEnd = Math.max(element.innerStart, end)
    if (this.#frames.length === this.#item) {
      this.#item = -1
      this.#emit(element)
    }
  }

  #emit(item: Element): void {
    this.#tellRepairs(`items[${this.#items}]`)
    this.#onItem(item, this.#head, this.#items++)
  }

  #unclosed(frame: { element: Element } | undefined): void {
    const where = this.#item === -1 ? undefined : `items[${this.#items}]`
    this.#warnings.add(
      'unclosed-element',
      `The end tag of <${frame?.element.rawName.slice(0, 40)}> is missing.`,
      where,
    )
  }
}
