import type { Fact, RepositoriesSection } from '@inference-report/issue'
import { type Age, datedEnd } from './age.ts'
import { largestOf } from './quantity.ts'
import { countFact, type Place, sectionFact } from './section-fact.ts'
import { capitalized, countOf, countWord, listNames, plainLine } from './words.ts'

const periods = { daily: 'day', weekly: 'week', monthly: 'month' } as const

/** `count`, and `stars`: which gained most, where that is known. */
export function repositoryFacts(section: RepositoriesSection, place: Place): Fact[] {
  const list = place.alone ? 'the trending list' : `the list under ${plainLine(section.heading)}`
  return [
    countFact(section, 'repositories', countSentence(section, list, place), place.age),
    ...starFacts(section, list, place),
  ]
}

function countSentence(section: RepositoriesSection, list: string, { index, age }: Place): string {
  const period = periods[section.period]
  const count = countOf(section.items.length, 'repository', 'repositories')
  const verb = section.items.length === 1 ? 'is' : 'are'
  if (age?.isWhole === true) {
    if (age.date === undefined) {
      return `What stands under ${plainLine(section.heading)} is an older list: ${count}`
    }
    const which = period === 'day' ? list : `${list} of the ${period}`
    return `${capitalized(which)} is ${age.date.startsWith('from ') ? '' : 'of '}${age.date}: ${count}`
  }
  // Two sections in a row must not open with the same words.
  return index % 2 === 0
    ? `There ${verb} ${count} on ${list} of the ${period}`
    : `On ${list} of the ${period} there ${verb} ${count}`
}

function starFacts(section: RepositoriesSection, list: string, { age }: Place): Fact[] {
  const period = `${age?.isWhole === true ? 'that' : 'in the'} ${periods[section.period]}`
  const known = section.items.flatMap(({ id, owner, name, starsGained }) =>
    starsGained === undefined ? [] : [{ id, name: `${owner}/${name}`, starsGained }],
  )
  const value = largestOf(known.map(({ starsGained }) => starsGained))
  const top = known.filter(({ starsGained }) => starsGained === value)
  if (value === 0 || top.length === known.length) return soleStar(section, known, period, age)
  const names = listNames(top.map(({ name }) => name))
  const among =
    known.length === section.items.length
      ? `Of the repositories on ${list}`
      : `Of the ${countWord(known.length)} repositories on ${list} whose gain is known`
  const each = top.length === 1 ? '' : ' each'
  const sentence = `${among}, ${names} gained the most stars ${period}, ${countWord(value)}${each}${datedEnd(age)}`
  const inputs = [...known.map(({ id }) => id), ...(age?.sourceIds ?? [])]
  return [sectionFact(section, 'stars', 'stars', value, sentence, inputs)]
}

// With one repository, or all alike, there is no "most".
function soleStar(
  section: RepositoriesSection,
  [only, another]: readonly { id: string; name: string; starsGained: number }[],
  period: string,
  age: Age | undefined,
): Fact[] {
  if (only === undefined || another !== undefined) return []
  const sentence = `The repository ${only.name} gained ${countOf(only.starsGained, 'star')} ${period}${datedEnd(age)}`
  const inputs = [only.id, ...(age?.sourceIds ?? [])]
  return [sectionFact(section, 'stars', 'stars', only.starsGained, sentence, inputs)]
}
