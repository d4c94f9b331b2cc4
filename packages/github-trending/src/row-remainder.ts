import { cutText } from '@inference-report/source'
import { collapse, joinTexts } from './collapse.ts'
import { walk } from './dom.ts'
import { type Gain, readGain } from './read-numbers.ts'
import { type RowReader, tell, unreadTexts } from './row-reader.ts'
import { factsLine } from './selectors.ts'
import type { Repository } from './trending.ts'

/** Words of a row that are no part of it: of its buttons, and before the contributors. */
const labels: ReadonlySet<string> = new Set([
  'Star',
  'Starred',
  'Unstar',
  'Sponsor',
  'Built by',
  '•',
])

/** What every row shows and this one does not, and what it shows that was read as nothing. */
export function tellRemainder(
  reader: RowReader,
  read: Pick<Repository, 'stars' | 'language' | 'builtBy' | 'sponsor'> & { gain: Gain | undefined },
): void {
  const facts = reader.page.find(reader.row, factsLine).flatMap((line) => {
    return joinTexts(walk(line).texts).split('•').map(collapse)
  })
  const { stars, gain, language, builtBy, sponsor } = read
  const unread = unreadTexts(reader)
  if (stars !== undefined && gain !== undefined && gain.stars > stars) {
    tell(reader, 'number-disputed', 'stars', `${gain.stars} gained stars, but ${stars} in all.`)
  }
  if (builtBy.length === 0 && reader.row.texts.some(({ data }) => /\bBuilt by\b/.test(data))) {
    tell(reader, 'contributor-unreadable', 'builtBy', '"Built by" nobody that could be read.')
  }
  if (sponsor === undefined && unread.includes('Sponsor')) {
    tell(reader, 'sponsor-unreadable', 'sponsor', 'the Sponsor button does not say whose it is.')
  }
  const isFact = (fact: string) =>
    fact === '' || fact === language || fact === 'Built by' || readGain(fact) !== undefined
  const rest = [
    ...unread.filter((text) => !labels.has(text)),
    ...facts.filter((fact) => !isFact(fact)),
  ]
  if (rest.length > 0) {
    const text = JSON.stringify(cutText(rest.join(' '), 80))
    tell(reader, 'text-unread', undefined, `${text} is no part that is known.`)
  }
}
