import type { Case, Check, Corpus } from '../check.ts'
import { at, list, text } from '../dig.ts'
import { escapeText } from '../markup.ts'
import { inScope } from '../scope.ts'
import { readBytes, readJsonLines } from './files.ts'

function checksOfEntry(entry: unknown, index: number): Check[] {
  const field = (name: string) => `items.${index}.${name}`
  const [id, url, title] = ['id', 'link', 'title'].map((name) => text(at(entry, name)))
  const date = text(at(entry, 'published'), at(entry, 'updated'))
  return [
    ...(id === undefined ? [] : [{ field: field('id'), compare: 'exact' as const, expected: id }]),
    ...(url === undefined ? [] : [{ field: field('url'), compare: 'url' as const, expected: url }]),
    ...(title === undefined
      ? []
      : [{ field: field('title'), compare: 'text' as const, expected: title }]),
    ...(date === undefined
      ? []
      : [{ field: field('date'), compare: 'instant' as const, expected: date }]),
  ]
}

/** Atom's ids are names, even where they look like addresses; feedparser takes one for a missing link. */
function idStandsIn(source: string): (check: Check) => boolean {
  return ({ field, expected }) => {
    const value = escapeText(String(expected))
    const named = source.includes(`id>${value}</`)
    return field.endsWith('url') && named && !source.includes(`href="${value}"`)
  }
}

function caseOf(row: unknown): Case {
  const file = text(at(row, 'file')) ?? ''
  const title = text(at(row, 'title'))
  const url = text(at(row, 'link'))
  const checks: Check[] = [
    { field: 'items.length', compare: 'count', expected: at(row, 'n') },
    ...list(at(row, 'entries')).flatMap(checksOfEntry),
  ]
  if (title !== undefined) checks.push({ field: 'title', compare: 'text', expected: title })
  if (url !== undefined) checks.push({ field: 'url', compare: 'url', expected: url })
  const data = readBytes(file)
  const { checks: kept, outOfScope } = inScope(checks)
  const isStandIn = idStandsIn(new TextDecoder().decode(data))
  return {
    file,
    input: { data, sanitize: false },
    checks: kept.filter((check) => !isStandIn(check)),
    outOfScope: [
      ...outOfScope,
      ...kept
        .filter(isStandIn)
        .map(({ field }) => ({ path: field, reason: 'an id stands in for a link' })),
    ],
  }
}

/**
 * What feedparser itself says of feeds of many projects: title, link, number of items, and of the first
 * eight items id, link, title and date. Documents it finds no feed in say nothing.
 */
export function oracle(name: string, isOurs: (file: string) => boolean): Corpus {
  const rows = readJsonLines('oracle/feedparser-head.jsonl').filter(
    (row) => isOurs(text(at(row, 'file')) ?? '') && text(at(row, 'version')) !== undefined,
  )
  return { name, cases: rows.map(caseOf) }
}
