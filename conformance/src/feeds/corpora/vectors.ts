import type { Case, Check, Corpus } from '../check.ts'
import { at, list, text } from '../dig.ts'
import { escapeText } from '../markup.ts'
import { readJson } from './files.ts'

function dateCheck(utc: unknown): Check {
  return utc === '*'
    ? { field: 'date', compare: 'present', expected: utc }
    : { field: 'date', compare: 'instant', expected: utc }
}

/** Dates that must be read, as which instant, and some that must not. Dubious ones are left out. */
export function dates(): Corpus {
  const cases = list(readJson('vectors/dates.json')).map((vector): Case => {
    const dubious = at(vector, 'dubious') === true
    const input = String(at(vector, 'input'))
    return {
      file: input,
      input: { date: input },
      checks: dubious ? [] : [dateCheck(at(vector, 'utc'))],
      outOfScope: dubious
        ? [{ path: input, reason: 'the vectors themselves call it dubious' }]
        : [],
    }
  })
  return { name: 'dates', cases }
}

function feedBy(author: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>t</title>
<author>${escapeText(author)}</author></item></channel></rss>`
}

/** Authors as RSS writes them: each vector is the author of the one item of a feed. */
export function authors(): Corpus {
  const cases = list(readJson('vectors/authors-rowanmanning.json')).map((vector): Case => {
    const input = at(vector, 'input')
    const person = at(vector, 'expectedOutput')
    const file = text(at(vector, 'description')) ?? ''
    if (typeof input !== 'string') {
      const outOfScope = [{ path: file, reason: 'a feed holds no such value' }]
      return { file, input: { data: feedBy(''), sanitize: false }, checks: [], outOfScope }
    }
    const parts = ['name', 'email', 'url'].map((key): Check => {
      const compare = key === 'url' ? 'url' : 'text'
      return { field: `items.0.authors.0.${key}`, compare, expected: at(person, key) }
    })
    return { file, input: { data: feedBy(input), sanitize: false }, checks: parts, outOfScope: [] }
  })
  return { name: 'authors', cases }
}

/** Damaged feeds of two items. Where a title may be read in two ways, the vector names both. */
export function malformed(): Corpus {
  const cases = list(readJson('vectors/malformed.json')).map((vector): Case => {
    const title = at(vector, 'expectTitle0')
    const counts = list(at(vector, 'expectItems'))
    const checks: Check[] = [{ field: 'items.length', compare: 'count', expected: counts }]
    // `null`: the vector does not care.
    if (title !== null) checks.push({ field: 'items.0.title', compare: 'one-of', expected: title })
    if (!counts.includes(1)) {
      checks.push({ field: 'items.1.title', compare: 'text', expected: 'second' })
    }
    return {
      file: text(at(vector, 'case')) ?? '',
      input: { data: text(at(vector, 'input')) ?? '', sanitize: false },
      checks,
      outOfScope: [],
    }
  })
  return { name: 'malformed', cases }
}
