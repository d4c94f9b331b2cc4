import type { Fact } from '@inference-report/issue'
import type { CitableItem } from './citable-item.ts'
import { mentionsOf } from './phrases.ts'
import { evenText, type Support } from './support.ts'

/**
 * The names that an issue has for the rows of its boards. Those of one or two characters, or without a
 * capital and a digit, are words of every text.
 */
export function rowNames(facts: readonly Fact[], items: readonly CitableItem[]): string[] {
  const names = [...facts.flatMap(subjectOf), ...items.flatMap(namesOf)].map(evenText)
  return [...new Set(names)].filter(
    (name) => name.length > 2 && name.length <= 200 && /[\p{Lu}\p{N}]/u.test(name),
  )
}

const subject =
  /^(.{1,200}?) (?:has (?:climbed|dropped|gained|lost|taken) |made the |leads |already )/su

function subjectOf({ sentence }: Fact): string[] {
  const name = subject.exec(evenText(sentence))?.[1]
  return name === undefined ? [] : [name]
}

// A repository is called by its owner too, and in small letters.
function namesOf(item: CitableItem): string[] {
  if (item.owner !== undefined || item.name === undefined) return []
  const model = 'model' in item && typeof item.model === 'string' ? [item.model] : []
  return [item.name, ...model]
}

/**
 * Rows that a text names and no support does. A row's name is looked at whole, so that neither the one
 * word that opens a sentence nor words of two other names pass for it.
 */
export function unsupportedRows(text: string, rows: readonly string[], support: Support): string[] {
  const named = new Set(mentionsOf(evenText(text), rows).map(({ name }) => name))
  return [...named].filter((name) => mentionsOf(support.text, [name]).length === 0)
}
