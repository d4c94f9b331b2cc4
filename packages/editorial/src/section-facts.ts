import type { Fact, Section } from '@inference-report/issue'
import { headlineFacts } from './headline-facts.ts'
import { paperFacts } from './paper-facts.ts'
import { repositoryFacts } from './repository-facts.ts'
import { countFact, type Place, sectionFact } from './section-fact.ts'
import { asClause, countOf, plainLine } from './words.ts'

/**
 * What the sections hold: how many headlines of how many outlets and who has most of them, how many
 * papers of which kind, how many repositories and which gained most, how many models. A section that
 * could not be read makes an `unavailable` fact, never "no headlines"; a stale and empty one none.
 */
export function factsFromSections(sections: readonly Section[]): Fact[] {
  return sections.flatMap((section) => {
    // Where two sections are of one kind, only the heading tells them apart.
    const kin = sections.filter(({ kind }) => kind === section.kind)
    const place = { alone: kin.length === 1, index: kin.indexOf(section) }
    return section.items.length === 0 ? emptyFacts(section) : itemFacts(section, place)
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
      return [countFact(section, 'models', `The model reference lists ${models}`)]
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

function emptyFacts(section: Section): Fact[] {
  const heading = plainLine(section.heading)
  const { state, sourceIds } = section
  if (state === 'failed' || state === 'drift') {
    const note = section.note === undefined ? '' : plainLine(section.note)
    // A quiet source beside a failed one was read.
    const much = sourceIds.length > 1 ? ' in full' : ''
    const because = note === '' ? '' : `: ${asClause(note)}`
    const sentence = `${heading} could not be had${much} for this issue${because}`
    return [sectionFact(section, 'unavailable', undefined, state, sentence, sourceIds)]
  }
  // Old data without a row in the window do not show that nothing happened.
  if (state === 'stale') return []
  const noun = nouns[section.kind]
  const sentence = `There are no ${noun} under ${heading} in this issue`
  return [sectionFact(section, 'count', noun, 0, sentence, sourceIds)]
}
