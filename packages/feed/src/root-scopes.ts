import { ownText } from './characters.ts'
import { readDeclarations, Scope } from './namespaces.ts'
import { attributesOf, listAttributes } from './tag-attributes.ts'

/** The attributes of a root and what prefixes mean inside it. */
interface RootScope {
  /** Names and values, alternately. */
  readonly list: readonly string[]
  readonly attributes: ReadonlyMap<string, string>
  readonly scope: Scope
}

// A generator writes the same root into all its feeds, and working out what it declares costs as much as
// reading two items. Few are remembered, and none that is long.
const mostRecent = 256
const longest = 2048
const recent: Map<string, RootScope> = new Map()

/** What a root with these attributes declares. `fallback` is the vocabulary of names without a prefix. */
export function rootScope(attributes: string, fallback: '' | 'atom'): RootScope {
  const key = `${fallback} ${attributes}`
  const known = recent.get(key)
  if (known !== undefined) return known
  const list = listAttributes(ownText(attributes), 0, attributes.length)
  const parsed = attributesOf(list)
  const scope = new Scope(fallback, readDeclarations(parsed))
  const made = { list, attributes: parsed, scope }
  if (attributes.length > longest) return made
  if (recent.size >= mostRecent) recent.clear()
  scope.isKnown = true
  recent.set(key, made)
  return made
}
