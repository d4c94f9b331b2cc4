/** A document as its candidate gets it: bytes for ours, the text they mean for those who read only text. */
export interface Input {
  bytes: Uint8Array
  text: string
}

/** One parser, loaded. */
export interface Candidate {
  /** Does the whole job once: what it returns has every field of every item. */
  parse: (input: Input) => unknown
  /** Items of a result, however the parser calls them; `undefined` where it makes none. */
  items: (result: unknown) => readonly unknown[] | undefined
}

export interface Entry {
  name: string
  /** What a program that uses it imports, if it is a package . */
  import?: { from: string; name: string }
  /** Each loads on its own, so that a process holds one parser only. */
  load: () => Promise<Candidate>
}

/** `value.a.b`, where there is one. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  )
}

/** The first of several that is there, as a list: parsers of XML give a lonely element bare. */
export function listOf(...candidates: unknown[]): readonly unknown[] {
  const found = candidates.find((each) => each !== undefined)
  return found === undefined ? [] : Array.isArray(found) ? found : [found]
}
