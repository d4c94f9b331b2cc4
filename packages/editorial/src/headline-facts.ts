import type { Fact, HeadlinesSection } from '@inference-report/issue'
import { countFact, type Place, sectionFact } from './section-fact.ts'
import { countOf, countWord, listNames, plainLine } from './words.ts'

/** `count`, and `volume` where one outlet has more headlines than any other. */
export function headlineFacts(section: HeadlinesSection, { index }: Place): Fact[] {
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
  // Two sections in a row must not open with the same words.
  const sentence =
    index % 2 === 0
      ? `This issue carries ${count} under ${heading}, from ${from}`
      : `Under ${heading} there ${section.items.length === 1 ? 'is' : 'are'} ${count} from ${from}`
  return [countFact(section, 'headlines', sentence), ...volumeFacts(section, heading, outlets)]
}

function volumeFacts(
  section: HeadlinesSection,
  heading: string,
  [most, next]: readonly [string, string[]][],
): Fact[] {
  // Most of one, or of a tie, is no news.
  if (most === undefined || next === undefined || most[1].length === next[1].length) return []
  const [outlet, ids] = most
  const sentence = `Most of the headlines under ${heading} come from ${outlet}, ${countWord(ids.length)} of ${countWord(section.items.length)}`
  const plural = `${outlet} has more headlines under ${heading} than any other outlet, ${countWord(ids.length)} of ${countWord(section.items.length)}`
  const isMost = ids.length * 2 > section.items.length
  return [sectionFact(section, 'volume', 'headlines', ids.length, isMost ? sentence : plural, ids)]
}
