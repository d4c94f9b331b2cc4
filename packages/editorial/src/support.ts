import type { Fact } from '@inference-report/issue'
import type { CitableItem } from './citable-item.ts'
import { type NumberToken, readNumbers } from './number-tokens.ts'

/** Everything that one sentence rests on. */
export interface Support {
  facts: readonly Fact[]
  items: readonly CitableItem[]
  /** The facts' sentences and the items' texts, evened out by `evenText`, one to a line. */
  text: string
  /** The facts' sentences only. */
  factText: string
  numbers: readonly NumberToken[]
  urls: ReadonlySet<string>
}

export function readSupport(facts: readonly Fact[], items: readonly CitableItem[]): Support {
  const factText = facts.map(({ sentence }) => evenText(sentence)).join('\n')
  const fields = items.flatMap((item) => leaves(item))
  const texts = fields.flatMap(({ value, key }) =>
    typeof value === 'string' && !isAddress(key) ? [evenText(value)] : [],
  )
  const names = facts.flatMap(({ value }) => (typeof value === 'string' ? [evenText(value)] : []))
  const text = [factText, ...names, ...texts].join('\n')
  return {
    facts,
    items,
    text,
    factText,
    numbers: [
      ...[factText, ...names].flatMap(readNumbers),
      ...facts.flatMap(factNumbers),
      ...fields.flatMap(({ key, value }) =>
        typeof value === 'number'
          ? [token(value, key)]
          : typeof value === 'string' && !isAddress(key)
            ? readNumbers(isTime(key) ? value.slice(0, 10) : evenText(value))
            : [],
      ),
    ],
    urls: new Set(
      fields.flatMap(({ key, value }) =>
        typeof value === 'string' && key.toLowerCase().endsWith('url') ? [value] : [],
      ),
    ),
  }
}

/** One spelling for white space, quotation marks, dashes and compatibility characters. */
export function evenText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’‚‛“”„‟«»「」"]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

// Digits of an id or an address say nothing about the story.
function isAddress(key: string): boolean {
  return /^(?:url|id)$|(?:Url|Id)$/.test(key)
}

// The hour of a time would let any small number pass.
function isTime(key: string): boolean {
  return key.endsWith('At') || key.endsWith('On')
}

// "It has lost 7.3 points" has a value of -7.3, and may be told without a minus; "-0.5" may not.
function factNumbers({ value, unit = '', sentence }: Fact): NumberToken[] {
  if (typeof value !== 'number') return []
  const own = token(value, unit)
  const isPrinted = readNumbers(evenText(sentence)).some(
    (one) => one.isNegative === true && one.value === own.value,
  )
  return [isPrinted ? { ...own, isNegative: true } : own]
}

function token(value: number, unit: string): NumberToken {
  const kind = /usd|\$/i.test(unit)
    ? 'dollars'
    : /percent(?!age point)|%/i.test(unit)
      ? 'percent'
      : 'plain'
  return { text: String(value), value: Math.abs(value), kind }
}

interface Leaf {
  key: string
  value: string | number
}

function leaves(value: unknown, key = '', depth = 0): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ key, value }]
  // Items are flat; deeper data are none of theirs.
  if (typeof value !== 'object' || value === null || depth > 4) return []
  return Object.entries(value).flatMap(([name, member]) =>
    leaves(member, Array.isArray(value) ? key : name, depth + 1),
  )
}
