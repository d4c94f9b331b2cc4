import { isBlank, ownText } from './characters.ts'
import { noEntities, readEntities } from './doctype.ts'
import { Element, spelling } from './element.ts'
import {
  containerRole,
  type ElementKind,
  fieldRole,
  hasRole,
  itemRole,
  kind,
  kinds,
  markupRole,
  valueRole,
} from './element-kinds.ts'
import { readDeclarations, type Scope } from './namespaces.ts'
import { type Frame, OpenElements } from './open-elements.ts'
import { nestBase } from './resolve-url.ts'
import { findRoot, type Root } from './root.ts'
import { rootScope } from './root-scopes.ts'
import { loadAttributes, parseAttributes } from './tag-attributes.ts'
import type { TagName } from './tag-names.ts'
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

const channelKind = kind('channel')

// Have titles and links of their own.
const holders = kinds('source atom:source image')

// Names of tags that are counted while they are passed over.
const mostNames = 64

// Readers look three levels deep. What is nested deeper than this is passed over.
const deepest = 256

// Of elements that say nothing no more are held: a flood of them would take forty times the memory of its document.
const mostHollow = 10_000

// After so many searches for missing end tags in one item, further ones are taken as missing.
const mostFailedSearches = 32

/**
 * Reads a document once, from left to right, and hands over each item as it ends. Only the item being
 * read and the head are held; `onItem` tells whether it keeps an item, so that the next one has another index. Damage
 * ends with the item it is in. `undefined` where there is no feed.
 */
export function readDocument(
  source: string,
  warnings: Warnings,
  onItem: (item: Element, head: Head, index: number) => boolean,
  asked?: ReadonlyMap<string, string> | undefined,
): Head | undefined {
  const tokens = new Tokenizer(source, false, warnings)
  const found = findRoot(tokens, warnings)
  if (found === undefined) return undefined
  const reader = new DocumentReader(tokens, found, warnings, onItem, asked)
  return reader.read()
}

class DocumentReader {
  readonly #tokens: Tokenizer
  readonly #warnings: Warnings
  readonly #onItem: (item: Element, head: Head, index: number) => boolean
  readonly #asked: ReadonlyMap<string, string> | undefined
  readonly #head: Head
  readonly #frames: OpenElements = new OpenElements()
  /** How many start tags of each name were passed over for their depth, and not closed yet. */
  #tooDeep: Map<string, number> | undefined = undefined
  /** Position in `#frames` of the item being read, or -1. */
  #item = -1
  #items = 0
  /** Elements that say nothing, `<a/>`: of the item being read, and of the head. */
  #hollow = 0
  #hollowInHead = 0
  #isEntry = false
  /** Whether names are written in capitals, `XML:LANG` too. */
  #isCapital = false
  #entities: ReadonlyMap<string, string> = noEntities
  #failed: Map<string, number> | undefined = undefined

  constructor(
    tokens: Tokenizer,
    { name: rootName, subset, isEntry }: Root,
    warnings: Warnings,
    onItem: (item: Element, head: Head, index: number) => boolean,
    asked: ReadonlyMap<string, string> | undefined,
  ) {
    this.#asked = asked
    this.#tokens = tokens
    this.#warnings = warnings
    this.#onItem = onItem
    const text = tokens.source.slice(tokens.innerStart, tokens.innerEnd)
    const { list, attributes, scope } = rootScope(text, rootName === 'atom:feed' ? 'atom' : '')
    const root = this.#element(kind(rootName), undefined, attributes)
    this.#entities = readEntities(subset)
    this.#isCapital = spelling(root) !== root.rawName
    root.attributes = list
    this.#head = {
      rootName,
      root,
      channel: root,
      outside: [],
      source: tokens.source,
      entities: this.#entities,
      work: 0,
    }
    this.#frames.push({ element: root, scope })
    if (isEntry) {
      this.#isEntry = true
      tokens.end = tokens.start
    } else if (tokens.selfClosing) this.#pop(tokens.end)
  }

  read(): Head {
    const tokens = this.#tokens
    while (this.#frames.depth > 0) {
      const token = tokens.nextTag()
      if (token === 'open') this.#onOpen()
      else if (token === 'close') this.#onClose()
      else if (token === 'end') break
    }
    this.#finish()
    return this.#head
  }

  #onOpen(): void {
    const tokens = this.#tokens
    const parent = this.#frames.top
    if (parent === undefined) return
    let { scope } = parent
    let attributes: Map<string, string> | undefined
    if (tokens.innerEnd > tokens.innerStart) {
      const text = tokens.source.slice(tokens.innerStart, tokens.innerEnd)
      if (text.includes('xml') || (this.#isCapital && text.includes('XML'))) {
        // What it declares outlives the document, with the names that were met in it.
        attributes = parseAttributes(ownText(text))
        scope = scope.within(readDeclarations(attributes))
      }
    }
    let found =
      tokens.tagName === undefined ? scope.kindOf(tokens.name) : kindIn(scope, tokens.tagName)
    // A channel may declare a namespace of its own invention and still be a channel.
    if (tokens.name === 'channel' && this.#item === -1 && this.#frames.depth === 1) {
      found = channelKind
      scope = parent.scope
    }
    const { roles } = found
    if ((roles & itemRole) !== 0 && this.#beginsItem()) this.#openItem(found, scope, attributes)
    else if (this.#frames.depth >= deepest) this.#passOver()
    else if ((roles & fieldRole) !== 0) {
      const outer = this.#closeUnclosedValue(parent)
      if (outer === undefined) return
      const element = this.#element(found, outer.element, attributes)
      this.#markAsked(element, scope)
      this.#adopt(outer, element)
      if (tokens.selfClosing || this.#readLeaf(element)) return
      if ((roles & markupRole) !== 0) this.#readMarkup(element)
      else this.#frames.push({ element, scope })
    } else this.#openOther(found, scope, parent, attributes)
  }

  #openOther(
    found: ElementKind,
    scope: Scope,
    parent: Frame,
    attributes: Map<string, string> | undefined,
  ): void {
    const element = this.#element(found, parent.element, attributes)
    this.#markAsked(element, scope)
    this.#adopt(parent, element)
    if (this.#tokens.selfClosing) return
    const isContainer = hasRole(found, containerRole)
    if (!isContainer && this.#readLeaf(element)) return
    this.#frames.push({ element, scope })
    // Of several channels the first names the feed; the items of all are read.
    const isFirst = this.#head.channel === this.#head.root
    if (found === channelKind && isFirst && this.#frames.depth === 2) this.#head.channel = element
  }

  #passOver(): void {
    const { name, selfClosing } = this.#tokens
    if (selfClosing) return
    this.#tooDeep ??= new Map()
    if (this.#tooDeep.size < mostNames) {
      this.#tooDeep.set(name, (this.#tooDeep.get(name) ?? 0) + 1)
    }
    this.#warnings.add('too-deep', 'What is nested too deep was left out.')
  }

  #markAsked(element: Element, scope: Scope): void {
    const namespace = this.#asked === undefined ? undefined : scope.namespaceOf(element.rawName)
    if (namespace !== undefined) element.asked = this.#asked?.get(namespace)
  }

  #readLeaf(element: Element): boolean {
    const tokens = this.#tokens
    if (!tokens.readLeaf()) return false
    element.innerStart = tokens.innerStart
    element.innerEnd = tokens.innerEnd
    element.content = tokens.kind === 'cdata' ? 'section' : 'plain'
    return true
  }

  // An item inside an item: the outer one was not closed, unless the inner one belongs to something
  // foreign that is (`<x:list><item>…</item></x:list>`).
  #beginsItem(): boolean {
    if (this.#item === -1) return true
    const tokens = this.#tokens
    for (let i = this.#item + 1; i < this.#frames.depth; i++) {
      const element = this.#frames.at(i)?.element
      if (element === undefined || !element.rawName.includes(':')) continue
      if (tokens.find(`</${spelling(element)}`, tokens.end) !== -1) return false
    }
    return true
  }

  #openItem(found: ElementKind, scope: Scope, attributes: Map<string, string> | undefined): void {
    const tokens = this.#tokens
    let parent = this.#frames.top
    while (parent !== undefined && this.#frames.depth > 1 && !isContainer(parent)) {
      this.#leave(parent)
      parent = this.#frames.top
    }
    if (this.#head.rootName === 'rss' && this.#frames.depth === 1) {
      this.#warnings.add('item-outside-channel', 'Items outside the channel were kept.')
    }
    const element = this.#element(found, parent?.element, attributes)
    if (tokens.selfClosing) {
      this.#emit(element)
      return
    }
    this.#item = this.#frames.depth
    tokens.item = this.#items
    tokens.itemClosing = tokens.tagName?.closing ?? `</${spelling(element)}`
    this.#hollow = 0
    this.#failed = undefined
    this.#tooDeep = undefined
    this.#frames.push({ element, scope })
  }

  // The whole content up to the matching end tag, tags inside it untouched.
  #readMarkup(element: Element): void {
    element.innerStart = this.#tokens.end
    element.innerEnd = this.#markupEnd(element)
  }

  #markupEnd(element: Element): number {
    const tokens = this.#tokens
    const from = tokens.end
    const { rawName } = element
    const noneBefore = this.#failed?.get(rawName)
    const hopeless = noneBefore !== undefined && from < noneBefore
    if (!hopeless && (this.#failed?.size ?? 0) < mostFailedSearches) {
      let depth = 1
      while (true) {
        const token = tokens.nextTag()
        if (token === 'end' || (token !== 'text' && this.#leavesItem())) break
        if (token === 'open' && tokens.name === rawName && !tokens.selfClosing) depth++
        if (token === 'close' && tokens.name === rawName && --depth === 0) return tokens.start
      }
      this.#failed ??= new Map()
      this.#failed.set(rawName, tokens.start)
    }
    this.#unclosed({ element })
    // Read again from its beginning: the text up to the first tag is what can be saved.
    tokens.end = from
    while (true) {
      const token = tokens.next()
      if (token === 'open' || token === 'close' || token === 'end') break
    }
    tokens.end = tokens.start
    return tokens.start
  }

  // Whether the tag just read is one no field can hold: of this or the next item, or of their container.
  #leavesItem(): boolean {
    const { kind: token, name } = this.#tokens
    if (token !== 'open' && token !== 'close') return false
    const item = this.#frames.at(this.#item)?.element.rawName
    if (name === item) return true
    if (item === undefined && token === 'open') {
      const found = this.#frames.at(0)?.scope.kindOf(name)
      return found !== undefined && hasRole(found, itemRole)
    }
    return (
      token === 'close' && (name === this.#head.root.rawName || name === this.#head.channel.rawName)
    )
  }

  // `<guid>` cannot hold a `<link>`: its end tag is missing. The frame that the field belongs to then.
  #closeUnclosedValue(top: Frame): Frame | undefined {
    if (!hasRole(top.element.kind, valueRole)) return top
    this.#unclosed(top)
    this.#pop(this.#tokens.start)
    return this.#frames.top
  }

  #onClose(): void {
    const tokens = this.#tokens
    const passedOver = this.#tooDeep?.get(tokens.name) ?? 0
    if (passedOver > 0) {
      this.#tooDeep?.set(tokens.name, passedOver - 1)
      return
    }
    if (this.#frames.top?.element.rawName === tokens.name) {
      this.#pop(tokens.start)
      return
    }
    if (!this.#frames.has(tokens.name)) {
      // After an element that was not closed, the tags it held are left over; it has been told.
      if (this.#failed === undefined) this.#tellStray(tokens.name)
      return
    }
    // An end tag in an item closes nothing outside it but the item's own container.
    while (this.#frames.depth > 0) {
      const top = this.#frames.top
      if (top === undefined) return
      const matches = top.element.rawName === tokens.name
      if (matches) this.#pop(tokens.start)
      else this.#leave(top)
      if (matches) return
    }
  }

  // Ends an element whose end tag is missing. The fields that follow it are not in it, but in what it stands in.
  #leave({ element }: Frame): void {
    const isHolder = hasRole(element.kind, containerRole | itemRole)
    if (!hasRole(element.kind, containerRole)) this.#unclosed({ element })
    this.#pop(this.#tokens.start)
    if (isHolder || holders.includes(element.kind)) return
    const isValue = hasRole(element.kind, valueRole)
    const first = element.children.findIndex((child) => isValue || hasRole(child.kind, fieldRole))
    const [next, ...others] = first === -1 ? [] : element.children.splice(first)
    if (next === undefined) return
    // Before its `<`: read with what follows, a flood of them would be read again and again.
    element.innerEnd = next.attributesStart - next.rawName.length - 1
    for (const child of [next, ...others]) this.#frames.top?.element.adopt(child)
  }

  #tellStray(name: string): void {
    this.#tokens.tell('stray-end-tag', `</${name.slice(0, 40)}> ends nothing and was left out.`)
  }

  #finish(): void {
    const tokens = this.#tokens
    if (this.#frames.depth > 0 && !(this.#isEntry && this.#item === -1)) {
      this.#warnings.add('truncated', 'The document ends before its root does.')
      this.#dropCutValue()
      while (this.#frames.depth > 0) this.#pop(tokens.end)
    } else if (this.#hasMarkupAfter(tokens.end)) {
      this.#warnings.add('text-after-root', 'What follows the end of the feed was left out.')
    }
    this.#head.work = tokens.work
  }

  // Half a title is better than none, but half a link or a date is a wrong one.
  #dropCutValue(): void {
    const cut = this.#frames.top
    if (cut !== undefined && hasRole(cut.element.kind, valueRole))
      this.#frames.at(this.#frames.depth - 2)?.element.children.pop()
  }

  #hasMarkupAfter(from: number): boolean {
    // Comments are allowed there; many caches sign their work in one.
    const { source } = this.#tokens
    if (isBlank(source, from, Math.min(source.length, from + 4096))) return false
    const rest = new Tokenizer(source.slice(from, from + 4096))
    while (rest.next() !== 'end') {
      if (rest.kind === 'skip') continue
      if (rest.kind !== 'text' || rest.source.slice(rest.start, rest.end).trim() !== '') return true
    }
    return false
  }

  #element(
    found: ElementKind,
    parent: Element | undefined,
    attributes: ReadonlyMap<string, string> | undefined,
  ): Element {
    const tokens = this.#tokens
    const base = attributes?.get('xml:base')?.trim()
    const element = new Element(
      found,
      tokens.name,
      tokens.source,
      tokens.innerStart,
      tokens.innerEnd,
      tokens.end,
      base === undefined ? parent?.base : nestBase(base, parent?.base),
      attributes?.get('xml:lang')?.trim() ?? parent?.language,
    )
    if (this.#entities.size > 0) loadAttributes(element, this.#entities)
    return element
  }

  #adopt(parent: Frame, element: Element): void {
    const { selfClosing, innerStart, innerEnd } = this.#tokens
    if (selfClosing && innerStart === innerEnd) {
      const count = this.#item === -1 ? ++this.#hollowInHead : ++this.#hollow
      if (count > mostHollow) return
    }
    if (this.#item === -1 && this.#frames.depth === 1 && this.#head.rootName !== 'atom:feed') {
      this.#head.outside.push(element)
    }
    parent.element.adopt(element)
  }

  #pop(end: number): void {
    const frame = this.#frames.pop()
    if (frame === undefined) return
    const { element } = frame
    element.innerEnd = Math.max(element.innerStart, end)
    if (this.#frames.depth === this.#item) {
      this.#item = -1
      this.#tokens.item = -1
      this.#tooDeep = undefined
      this.#emit(element)
    }
  }

  #emit(item: Element): void {
    if (this.#onItem(item, this.#head, this.#items)) this.#items++
  }

  #unclosed({ element }: { element: Element }): void {
    const what = `The end tag of <${element.rawName.slice(0, 40)}> is missing.`
    this.#tokens.tell('unclosed-element', what)
  }
}

// A name of a tag means the same as long as the scope is the same: nearly always, the root's.
function kindIn(scope: Scope, tagName: TagName): ElementKind {
  if (tagName.scope === scope && tagName.kind !== undefined) return tagName.kind
  const found = scope.kindOf(tagName.name)
  if (scope.isKnown) {
    tagName.kind = found
    tagName.scope = scope
  }
  return found
}

function isContainer(frame: Frame | undefined): boolean {
  return frame !== undefined && hasRole(frame.element.kind, containerRole)
}
