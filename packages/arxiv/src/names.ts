import { oneLine, present } from './child-elements.ts'
import type { Author } from './paper.ts'
import { texToText } from './tex-to-text.ts'

/**
 * An author; `undefined` where there is no name. A lone ":" stands between a collaboration and its
 * members in old records.
 */
export function readAuthor(
  name: string | undefined,
  affiliations: readonly (string | undefined)[] = [],
): Author | undefined {
  // Parsed names set the hyphen of `C.-P. Yuan` apart: `C. -P.`
  const text = oneLine(texToText(name ?? '').replace(/\.\s+-(?=\p{L}\.)/gu, '.-'))
  if (text === undefined || !/\p{L}/u.test(text)) return undefined
  return {
    name: text,
    affiliations: affiliations.flatMap((place) => oneLine(texToText(place ?? '')) ?? []),
  }
}

/** `Mäntylä Jr., Mika` as people write it, `Mika Mäntylä Jr.`; a collaboration has no comma. */
export function uninverted(name: string | undefined): string | undefined {
  const comma = name?.indexOf(',') ?? -1
  if (name === undefined || comma === -1) return present(name)
  return present(`${name.slice(comma + 1).trim()} ${name.slice(0, comma).trim()}`)
}

/** Forenames, surname, suffix, as they are spoken. */
export function spoken(...parts: (string | undefined)[]): string | undefined {
  return present(parts.flatMap((part) => present(part) ?? []).join(' '))
}
