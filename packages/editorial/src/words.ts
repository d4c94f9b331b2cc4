const small = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** A count as a paper prints it: in words to twelve, in digits from there. */
export function countWord(count: number): string {
  return small[count] ?? new Intl.NumberFormat('en-US').format(count)
}

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** `first` to `twelfth`, then `13th`. */
export function ordinal(place: number): string {
  const word = ordinals[place - 1]
  if (word !== undefined) return word
  const isTeen = Math.floor(place / 10) % 10 === 1
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${place}${ending}`
}

/** `one paper`, `twelve papers`, `no papers`. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${countWord(count)} ${count === 1 ? one : many}`
}

/** `A`, `A and B`, `A, B and C`; beyond `limit` names `A, B and two others`. */
export function listNames(names: readonly string[], limit = 3): string {
  const shown = names.length > limit ? names.slice(0, limit - 1) : names
  const rest = names.length - shown.length
  const parts = rest === 0 ? shown : [...shown, countOf(rest, 'other')]
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** The text as part of one line, without the stops at its end and with hosts instead of addresses. */
export function plainLine(text: string): string {
  return text
    .replace(/\bhttps?:\/\/(?:www\.)?([^\s/?#"'<>)]+)[^\s"'<>)]*/gi, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/(?<![\s.,;:])[\s.,;:]+$/, '')
}

/** A sentence as the part behind a colon: its first word small, but for names. */
export function asClause(sentence: string): string {
  return sentence.replace(/^(?:It|Its|The|A|An|No|There|This|Captured|Announced|Dated)\b/, (word) =>
    word.toLowerCase(),
  )
}

export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
