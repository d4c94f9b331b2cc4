import type { Check } from './check.ts'
import { at, list, text, texts } from './dig.ts'
import { collapse, hasTags, partsOf, shapeOf, textOf } from './markup.ts'
import { personText } from './person-text.ts'

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && !value.trim())
}

function sameText(actual: string, expected: string, actualIsMarkup: boolean): boolean {
  // A corpus does not say whether its text is HTML: what it shows counts as well as what it says.
  const written = actualIsMarkup ? [actual, textOf(actual)] : [actual]
  const wanted = [expected, textOf(expected)]
  if (written.some((a) => wanted.some((b) => collapse(a) === collapse(b)))) return true
  // Where blocks become text, how much white space parts them is presentation.
  if (!hasTags(expected)) return false
  const bare = (value: string) => value.replace(/\s+/g, '')
  return written.some((a) => bare(a) === bare(textOf(expected)))
}

function href(value: string): string {
  return URL.canParse(value.trim()) ? new URL(value.trim()).href : value.trim()
}

function bcp47(value: string): string {
  return value.trim().toLowerCase().replaceAll('_', '-')
}

function second(value: string): number {
  return Math.floor(Date.parse(value) / 1000)
}

function samePerson(actual: unknown, expected: unknown): boolean {
  return ['name', 'email', 'url'].every((key) => {
    const wanted = text(at(expected, key))
    const given = text(at(actual, key)) ?? ''
    if (wanted === undefined) return true
    return key === 'url' ? href(given) === href(wanted) : sameText(given, wanted, false)
  })
}

/** A corpus that keeps `Name (mail)` in one text is answered by its parts as well. */
function isPerson(actual: unknown, expected: unknown): boolean {
  if (samePerson(actual, expected)) return true
  return (
    text(at(expected, 'email')) === undefined &&
    samePerson(actual, personText(at(expected, 'name')))
  )
}

/** One line that names everyone. */
function isByline(actual: unknown, expected: unknown): boolean {
  const people = list(actual)
  const names = people.flatMap((each) => text(at(each, 'name'), at(each, 'email')) ?? [])
  const wanted = (text(expected) ?? '').split(', ')
  if (names.toSorted().join('\n') === wanted.toSorted().join('\n')) return true
  return people.length === 1 && isPerson(people[0], { name: text(expected) })
}

function topics(value: unknown): string[][] {
  const all = list(value).map((each) => texts([at(each, 'term'), at(each, 'label'), each]))
  const plain = all.map((names) => names.map((name) => collapse(name).toLowerCase()))
  return [...new Map(plain.map((names) => [names[0] ?? '', names])).values()]
}

/** A corpus may know a topic by its label alone, or by its markup. */
function sameTerms(actual: unknown, expected: unknown): boolean {
  const [given, wanted] = [topics(actual), topics(expected)]
  return (
    given.length === wanted.length &&
    wanted.every(([term = '']) =>
      given.some((names) => names.includes(term) || names.includes(collapse(textOf(term)))),
    )
  )
}

function hasMedium(actual: unknown, expected: unknown): boolean {
  const wanted = text(at(expected, 'url')) ?? ''
  return list(actual).some(
    (medium) =>
      href(text(at(medium, 'url')) ?? '') === href(wanted) &&
      ['type', 'length'].every(
        (key) =>
          // A length of 0 is how feeds say that they do not know it.
          isNothing(at(expected, key)) ||
          at(expected, key) === 0 ||
          at(medium, key) === at(expected, key),
      ),
  )
}

/** Whether a value is what a corpus expects, with the same eyes for every parser. */
export function agrees(check: Check, actual: unknown, actualIsMarkup: boolean): boolean {
  const { compare, expected } = check
  if (compare === 'present') return !isNothing(actual)
  if (compare === 'count') return list(expected).includes(actual)
  if (compare === 'medium') return hasMedium(actual, expected)
  if (compare === 'terms') return sameTerms(actual, expected)
  if (compare === 'people') {
    const [given, wanted] = [list(actual), list(expected)]
    return given.length === wanted.length && wanted.every((each, i) => isPerson(given[i], each))
  }
  if (compare === 'byline') return isByline(actual, expected)
  if (compare === 'html-at-most') {
    const allowed = partsOf(text(expected) ?? '')
    return [...partsOf(text(actual) ?? '')].every((part) => allowed.has(part))
  }
  if (isNothing(expected)) return isNothing(actual)
  if (isNothing(actual)) return false
  if (compare === 'exact' && !(typeof actual === 'string' && typeof expected === 'string')) {
    return JSON.stringify(actual) === JSON.stringify(expected)
  }
  const given = text(actual)
  const wanted = texts(expected)
  if (given === undefined) return false
  return wanted.some((each) => {
    switch (compare) {
      case 'text':
      case 'one-of':
        return sameText(given, each, actualIsMarkup)
      case 'html':
        return shapeOf(given) === shapeOf(each)
      case 'url':
        return href(given) === href(each)
      case 'instant':
        return second(given) === second(each)
      case 'language':
        return bcp47(given) === bcp47(each)
      default:
        return given.trim() === each.trim()
    }
  })
}
