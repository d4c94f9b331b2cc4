/** One element with its namespace resolved: prefixes are the sender's choice and mean nothing. */
export interface Element {
  /** Namespace URI, `''` for none. */
  namespace: string
  /** Without prefix, e.g. `'announce_type'`. */
  name: string
  /** Attributes without namespace, decoded. */
  attributes: ReadonlyMap<string, string>
  children: readonly Element[]
  /** Own character data and CDATA, decoded, in document order. */
  text: string
}

type Decode = (text: string) => string
type Namespaces = ReadonlyMap<string, string>

/** From fast-xml-parser's ordered form; `undefined` where it holds no element. */
export function toElement(nodes: unknown, decode: Decode): Element | undefined {
  if (!Array.isArray(nodes)) return undefined
  for (const node of nodes) {
    const element = readElement(node, decode, new Map())
    if (element !== undefined) return element
  }
  return undefined
}

// The parser's limit on nesting bounds this recursion.
function readElement(node: unknown, decode: Decode, outer: Namespaces): Element | undefined {
  if (!isRecord(node)) return undefined
  const tag = Object.keys(node).find((key) => key !== ':@' && !key.startsWith('#'))
  const content = tag === undefined ? undefined : node[tag]
  if (tag === undefined || !Array.isArray(content)) return undefined
  const written = readAttributes(node[':@'], decode)
  const namespaces = withDeclarations(outer, written)
  const [prefix, name] = splitName(tag)
  const children: Element[] = []
  let text = ''
  for (const child of content) {
    text += readCharacters(child, decode)
    const element = readElement(child, decode, namespaces)
    if (element !== undefined) children.push(element)
  }
  const attributes = new Map([...written].filter(([key]) => !key.includes(':')))
  return { namespace: namespaces.get(prefix) ?? '', name, attributes, children, text }
}

function readCharacters(node: unknown, decode: Decode): string {
  if (!isRecord(node)) return ''
  if (typeof node['#text'] === 'string') return decode(node['#text'])
  const cdata = node['#cdata']
  if (!Array.isArray(cdata)) return ''
  return cdata
    .map((part: unknown) =>
      isRecord(part) && typeof part['#text'] === 'string' ? part['#text'] : '',
    )
    .join('')
}

function readAttributes(raw: unknown, decode: Decode): Map<string, string> {
  const attributes = new Map<string, string>()
  if (!isRecord(raw)) return attributes
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value === 'string') attributes.set(key, decode(value))
  }
  return attributes
}

function withDeclarations(outer: Namespaces, attributes: ReadonlyMap<string, string>): Namespaces {
  const declared = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  return new Map([...outer, ...declared.map(([key, uri]): [string, string] => [key.slice(6), uri])])
}

function splitName(tag: string): [prefix: string, name: string] {
  const colon = tag.indexOf(':')
  return colon === -1 ? ['', tag] : [tag.slice(0, colon), tag.slice(colon + 1)]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
