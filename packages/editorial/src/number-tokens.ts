/** A number as a text has it. */
export interface NumberToken {
  /** As written, e.g. `'$1.3 billion'`, `'twelve'`. */
  text: string
  /** Without its sign; `undefined` where it is no decimal number, such as `4.3.2`. */
  value: number | undefined
  kind: 'plain' | 'percent' | 'dollars'
  /** True where a minus, in a sign or a word, stands before it. */
  isNegative?: boolean | undefined
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
// "first" is a superlative, "second" also a unit of time.
const ordinals = '_ _ _ third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)

const multiples: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
}

const smallWord = units.slice(1, 10).join('|')
const written = new RegExp(
  String.raw`(?<digits>\p{Nd}+(?:[.,]\p{Nd}+)*)(?:(?<suffix>k|m|bn|b|t)(?![\p{L}\p{N}]))?` +
    String.raw`|(?<![\p{L}\p{N}'-])(?:(?<tens>${tens.slice(2).join('|')})(?:[- ](?<ones>${smallWord}))?|(?<small>${units.join('|')})|(?<dozen>dozen)|(?<ordinal>${ordinals.slice(3).join('|')}))(?![\p{L}\p{N}'])`,
  'giu',
)
const multiple = /^ (hundred|thousand|million|billion|trillion)\b/i

// "2026-03-02" and "Auk-2" have hyphens.
const negative = /(?:(?<![\p{L}\p{N}])-|\b(?:minus|negative) )\$?$/iu

// "no one", "one of them", "one another": no count.
const pronounBefore = /\b(?:no|any|every|some|each|this|that|the|which|another) $/i
const pronounAfter = /^(?: of\b|[- ](?:another|can|could|must|should|would|may|might|hand)\b)/i

/** Every number of a text that `evenText` has evened out, in digits or in words to ninety-nine. */
export function readNumbers(text: string): NumberToken[] {
  return [...text.matchAll(written)].flatMap((match): NumberToken[] => {
    const { digits, suffix, dozen, ordinal } = match.groups ?? {}
    const end = match.index + match[0].length
    const rest = text.slice(end, end + 24)
    const before = text.slice(Math.max(0, match.index - 10), match.index)
    const word = wordValue(match.groups ?? {})
    const isPronoun = word === 1 && (pronounBefore.test(before) || pronounAfter.test(rest))
    if (isPronoun || (ordinal !== undefined && /^[- ]part(?:y|ies)\b/i.test(rest))) return []
    const scale = suffix ?? multiple.exec(rest)?.[1]
    const value = digits === undefined ? (dozen === undefined ? word : 12) : digitValue(digits)
    const scaled =
      value === undefined ? undefined : value * (multiples[scale?.toLowerCase() ?? ''] ?? 1)
    return [
      {
        text: `${match[0]}${suffix === undefined && scale !== undefined ? ` ${scale}` : ''}`,
        value: scaled,
        kind: kindOf(before, rest),
        ...(negative.test(before) ? { isNegative: true } : {}),
      },
    ]
  })
}

function kindOf(before: string, rest: string): NumberToken['kind'] {
  if (/\$ ?$/.test(before)) return 'dollars'
  return /^ ?(?:%|percent\b|per cent\b)/i.test(rest) ? 'percent' : 'plain'
}

function wordValue(groups: Record<string, string | undefined>): number | undefined {
  const place = (list: readonly string[], word: string | undefined) =>
    word === undefined ? 0 : list.indexOf(word.toLowerCase())
  const { tens: ten, ones, small, ordinal } = groups
  if (ten !== undefined) return place(tens, ten) * 10 + place(units, ones)
  if (ordinal !== undefined) return place(ordinals, ordinal)
  return small === undefined ? undefined : place(units, small)
}

function digitValue(digits: string): number | undefined {
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/**
 * Whether a supporting number bears this one out: the same value, as much or as little a percentage or a
 * price, and below zero where the support is.
 */
export function isBorneOut(claim: NumberToken, by: readonly NumberToken[]): boolean {
  return by.some(
    (token) =>
      (claim.kind === 'plain' || claim.kind === token.kind) &&
      (token.isNegative !== true || claim.isNegative === true) &&
      (claim.value === undefined || token.value === undefined
        ? claim.text === token.text
        : Math.abs(claim.value - token.value) <= 1e-9 * Math.max(1, claim.value)),
  )
}
