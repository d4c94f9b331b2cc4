// "Qwen3", "qwen-3" and "Qwen 3" are spellings of one name, as "4.6" and "4-6" are.
const word = /\p{N}+|[\p{L}\p{M}]+|\++/gu

/**
 * A name in one spelling: `'Claude Opus 4.6'`, `'claude-opus-4-6'` and `'Claude  Opus 4.6 '` all give
 * `'claude opus 4 6'`. Of a name without any letter or digit, the name.
 */
export function modelKey(name: string): string {
  const even = name.normalize('NFKC').toLowerCase().trim()
  return even.match(word)?.join(' ') ?? even
}

/** What may be missing from a name on one board, and the rest of it in no order. */
export interface LooseKey {
  /** Its words sorted, without the two below: boards print both `Claude 4.5 Sonnet` and `Claude Sonnet 4.5`. */
  words: string
  /** The `openai` of `openai/gpt-5`. */
  maker?: string | undefined
  /** The `2025 04 14` of `gpt-4.1-2025-04-14`. */
  date?: string | undefined
}

const makerPath = /^([^\s/]+)\/(?=\S)/u
const trailingDate = / (20\d\d (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01])|20\d{2}[01]\d[0-3]\d)$/

/** A name taken apart, for a second look where names are not the same. */
export function looseKey(name: string): LooseKey {
  const maker = makerPath.exec(name.trim())?.[1]
  const key = modelKey(maker === undefined ? name : name.trim().slice(maker.length + 1))
  const date = trailingDate.exec(key)?.[1]
  const rest = date === undefined ? key : key.slice(0, -date.length - 1)
  return {
    words: rest.split(' ').sort().join(' '),
    ...(maker === undefined ? {} : { maker: modelKey(maker) }),
    ...(date === undefined ? {} : { date: date.replaceAll(' ', '') }),
  }
}
