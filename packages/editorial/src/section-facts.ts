import type { Fact, IssueSource, Section } from '@inference-report/issue'
import { ageOf, aside } from './age.ts'
import { headlineFacts } from './headline-facts.ts'
import { paperFacts } from './paper-facts.ts'
import { reasonClause } from './reason.ts'
import { repositoryFacts } from './repository-facts.ts'
import { countFact, type Place, sectionFact } from './section-fact.ts'
import { countOf, plainLine } from './words.ts'

/**
 * What the sections hold: how many headlines of how many outlets and who has most of them, how many
 * papers of which kind, how many repositories and which gained most, how many models. Rows of a stale
 * section or source are told with the date its source was captured on; without `sources` that is
 * unknown, and they are "an older list". A section that could not be read makes an `unavailable` fact,
 * never "no headlines"; a stale and empty one none.
 */
export function factsFromSections(
  sections: readonly Section[],
  sources: readonly IssueSource[] = [],
): Fact[] {
  const quiet = sections.filter(isQuiet)
  return sections.flatMap((section) => {
    if (isQuiet(section)) return [quietFact(section, quiet.indexOf(section))]
    if (section.items.length === 0) return unavailableFacts(section, sources)
    // Where two sections are of one kind, only the heading tells them apart.
    const kin = sections.filter(({ kind }) => kind === section.kind)
    const place = { alone: kin.length === 1, index: kin.indexOf(section) }
    return itemFacts(section, { ...place, age: ageOf(section, sources) })
  })
}

function itemFacts(section: Section, place: Place): Fact[] {
  switch (section.kind) {
    case 'headlines':
      return headlineFacts(section, place)
    case 'papers':
      return paperFacts(section, place)
    case 'repositories':
      return repositoryFacts(section, place)
    case 'models': {
      const models = countOf(section.items.length, 'model')
      const sentence = `The model reference${aside(place.age)} lists ${models}`
      return [countFact(section, 'models', sentence, place.age)]
    }
    // The snapshot says more of a board than its rows, see `factsFromSnapshot`.
    case 'leaderboard':
      return []
  }
}

const nouns = {
  headlines: 'headlines',
  papers: 'papers',
  leaderboard: 'results',
  repositories: 'repositories',
  models: 'models',
} as const satisfies Record<Section['kind'], string>

// Old data without a row in the window do not show that nothing happened.
function isQuiet({ state, items }: Section): boolean {
  return items.length === 0 && (state === 'ok' || state === 'quiet')
}

function quietFact(section: Section, index: number): Fact {
  const heading = plainLine(section.heading)
  const noun = nouns[section.kind]
  // Two in a row must not open with the same words.
  const sentence =
    index % 2 === 0
      ? `There are no ${noun} under ${heading} in this issue`
      : `Under ${heading} there are no ${noun} in this issue`
  return sectionFact(section, 'count', noun, 0, sentence, section.sourceIds)
}

function unavailableFacts(section: Section, sources: readonly IssueSource[]): Fact[] {
  const { state, sourceIds } = section
  if (state !== 'failed' && state !== 'drift') return []
  const states = sourceIds.map((id) => sources.find((source) => source.id === id)?.state)
  const isWhole = states.every((one) => one === 'failed' || one === 'drift')
  // A quiet source beside a failed one was read.
  const much = sourceIds.length > 1 && !isWhole ? ' in full' : ''
  // Of several sources each has its own reason, told of it.
  const why = sourceIds.length > 1 ? '' : reasonClause(section.note)
  const because = why === '' ? '' : `: ${why}`
  const sentence = `${plainLine(section.heading)} could not be had${much} for this issue${because}`
  return [sectionFact(section, 'unavailable', undefined, state, sentence, sourceIds)]
}
