import type { Fact, HeadlinesSection } from '@inference-report/issue'
import { datedEnd } from './age.ts'
import { countFact, type Place, sectionFact } from './section-fact.ts'
import { countOf, countWord, listNames, plainLine } from './words.ts'

/** `count`, and `volume` where one outlet has more headlines than any other. */
export function headlineFacts(section: HeadlinesSection, place: Place): Fact[] {
  const { age } = place
  const heading = plainLine(section.heading)
  const byOutlet = new Map<string, string[]>()
  for (const { id, outlet } of section.items) {
    const known = byOutlet.get(plainLine(outlet))
    if (known === undefined) byOutlet.set(plainLine(outlet), [id])
    else known.push(id)
  }
  const outlets = [...byOutlet].toSorted(([, a], [, b]) => b.length - a.length)
  const count = countOf(section.items.length, 'headline')
  const from =
    outlets.length <= 2
      ? listNames(outlets.map(([outlet]) => outlet))
      : countOf(outlets.length, 'outlet')
  return [
    countFact(section, 'headlines', countSentence(section, heading, count, from, place), age),
    ...volumeFacts(section, heading, outlets, place),
  ]
}

// Two sections in a row must not open with the same words.
function countSentence(
  section: HeadlinesSection,
  heading: string,
  count: string,
  from: string,
  { index, age }: Place,
): string {
  const isEven = index % 2 === 0
  // Headlines of an old capture are not what the issue carries of its day.
  if (age?.isWhole === true) {
    const what = isEven ? `What stands under ${heading}` : heading
    const when = age.captured === undefined ? 'is an older list' : `was captured ${age.captured}`
    return `${what} ${when}: ${count} from ${from}`
  }
  return isEven
    ? `This issue carries ${count} under ${heading}, from ${from}`
    : `Under ${heading} there ${section.items.length === 1 ? 'is' : 'are'} ${count} from ${from}`
}

function volumeFacts(
  section: HeadlinesSection,
  heading: string,
  [most, next]: readonly [string, string[]][],
  { index, age }: Place,
): Fact[] {
  // Most of one, or of a tie, is no news.
  if (most === undefined || next === undefined || most[1].length === next[1].length) return []
  const [outlet, ids] = most
  const isMost = ids.length * 2 > section.items.length
  const under = `headlines under ${heading}`
  const claim =
    index % 2 === 0
      ? isMost
        ? `Most of the ${under} come from ${outlet}`
        : `${outlet} has more ${under} than any other outlet`
      : isMost
        ? `More than half of the ${under} come from ${outlet}`
        : `No outlet has more ${under} than ${outlet}`
  const part = `${countWord(ids.length)} of ${countWord(section.items.length)}`
  const inputs = [...ids, ...(age?.sourceIds ?? [])]
  const sentence = `${claim}, ${part}${datedEnd(age)}`
  return [sectionFact(section, 'volume', 'headlines', ids.length, sentence, inputs)]
}
