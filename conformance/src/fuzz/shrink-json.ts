import { largest } from './seed-files.ts'

/** A JSON text whose lists hold ever fewer of their first entries, until it is small enough for a seed. */
export function shrinkJson(text: Buffer): Buffer {
  if (text.length <= largest) return text
  const value: unknown = JSON.parse(text.toString('utf8'))
  for (let entries = 64; entries >= 1; entries = Math.floor(entries / 2)) {
    const shrunk = Buffer.from(
      JSON.stringify(value, (_, each) => (Array.isArray(each) ? each.slice(0, entries) : each)),
    )
    if (shrunk.length <= largest || entries === 1) return shrunk
  }
  return text
}
