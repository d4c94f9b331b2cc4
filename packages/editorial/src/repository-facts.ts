import type { Fact, RepositoriesSection } from '@inference-report/issue'
import { largestOf } from './quantity.ts'
import { countFact, type Place, sectionFact } from './section-fact.ts'
import { countOf, countWord, listNames, plainLine } from './words.ts'

const periods = { daily: 'day', weekly: 'week', monthly: 'month' } as const

/** `count`, and `stars`: which gained most, where that is known. */
export function repositoryFacts(section: RepositoriesSection, { alone }: Place): Fact[] {
  const period = periods[section.period]
  const list = alone ? 'the trending list' : `the list under ${plainLine(section.heading)}`
  const count = countOf(section.items.length, 'repository', 'repositories')
  const verb = section.items.length === 1 ? 'is' : 'are'
  return [
    countFact(section, 'repositories', `There ${verb} ${count} on ${list} of the ${period}`),
    ...starFacts(section, list, period),
  ]
}

function starFacts(section: RepositoriesSection, list: string, period: string): Fact[] {
  const known = section.items.flatMap(({ id, owner, name, starsGained }) =>
    starsGained === undefined ? [] : [{ id, name: `${owner}/${name}`, starsGained }],
  )
  const value = largestOf(known.map(({ starsGained }) => starsGained))
  const top = known.filter(({ starsGained }) => starsGained === value)
  if (value === 0 || top.length === known.length) return soleStar(section, known, period)
  const names = listNames(top.map(({ name }) => name))
  const among =
    known.length === section.items.length
      ? `Of the repositories on ${list}`
      : `Of the ${countWord(known.length)} repositories on ${list} whose gain is known`
  const each = top.length === 1 ? '' : ' each'
  const sentence = `${among}, ${names} gained the most stars in the ${period}, ${countWord(value)}${each}`
  const inputs = known.map(({ id }) => id)
  return [sectionFact(section, 'stars', 'stars', value, sentence, inputs)]
}

// With one repository, or all alike, there is no "most".
function soleStar(
  section: RepositoriesSection,
  [only, another]: readonly { id: string; name: string; starsGained: number }[],
  period: string,
): Fact[] {
  if (only === undefined || another !== undefined) return []
  const sentence = `The repository ${only.name} gained ${countOf(only.starsGained, 'star')} in the ${period}`
  return [sectionFact(section, 'stars', 'stars', only.starsGained, sentence, [only.id])]
}
