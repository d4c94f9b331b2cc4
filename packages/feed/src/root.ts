import { lessThan } from './characters.ts'
import { readDeclarations, Scope } from './namespaces.ts'
import { parseAttributes } from './tag-attributes.ts'
import type { Tokenizer } from './tokenizer.ts'
import type { Warnings } from './warnings.ts'

const rootOfLocalName: Readonly<Record<string, string>> = {
  rss: 'rss',
  feed: 'atom:feed',
  rdf: 'rdf:rdf',
  channel: 'channel',
  entry: 'atom:feed',
}

/** The root of a feed and the declarations of the document type before it. */
export interface Root {
  name: string
  subset: string
  /** An Atom entry that stands alone: the root is to be read as an item of a feed around it. */
  isEntry: boolean
}

/**
 * Leaves `tokens` at the root of the feed. What a server printed before it is passed over, but a web
 * page is one to its end, whatever it holds.
 */
export function findRoot(tokens: Tokenizer, warnings: Warnings): Root | undefined {
  let subset = ''
  let stray = false
  let page = false
  while ((beginsTag(tokens) ? tokens.nextTag() : tokens.next()) !== 'end') {
    if (tokens.kind === 'doctype') subset = tokens.source.slice(tokens.innerStart, tokens.innerEnd)
    if (tokens.kind === 'text') {
      stray ||= tokens.source.slice(tokens.start, tokens.end).trim() !== ''
    } else if (isTag(tokens) && tokens.name === 'html') {
      page = tokens.kind === 'open'
      stray = true
    } else if (tokens.kind === 'open') {
      const name = page ? undefined : rootName(tokens)
      if (name !== undefined) {
        if (stray) warnings.add('text-before-root', 'What stands before the feed was left out.')
        const isEntry = tokens.name.endsWith('entry')
        return { name, subset, isEntry }
      }
      stray = true
    }
  }
  return undefined
}

// `nextTag` passes over text, and costs half as much.
function beginsTag({ source, end }: Tokenizer): boolean {
  return source.charCodeAt(end) === lessThan
}

function isTag(tokens: Tokenizer): boolean {
  return tokens.kind === 'open' || tokens.kind === 'close'
}

function rootName(tokens: Tokenizer): string | undefined {
  const local = tokens.name.slice(tokens.name.indexOf(':') + 1)
  const name = Object.hasOwn(rootOfLocalName, local) ? rootOfLocalName[local] : undefined
  if (name !== 'atom:feed' || tokens.name === 'feed') return name
  // `<x:feed>` and `<entry>` are Atom only where their namespace says so.
  const attributes = parseAttributes(tokens.source.slice(tokens.innerStart, tokens.innerEnd))
  const scope = new Scope('', new Map()).within(readDeclarations(attributes))
  return scope.kindOf(tokens.name).name === `atom:${local}` ? name : undefined
}
