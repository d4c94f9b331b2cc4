import type { LeaderboardSection, Section } from '@inference-report/issue'

/** What stands under one heading: a section, or boards that follow one another. */
export type SectionBlock =
  | { kind: 'section'; section: Exclude<Section, LeaderboardSection> }
  | BoardsBlock

export interface BoardsBlock {
  kind: 'boards'
  /** Of the group, e.g. `'benchmarks'`; not a section's id. */
  id: string
  heading: string
  allLabel: string
  boards: LeaderboardSection[]
}

/** Sections in their order, with consecutive boards gathered under `Benchmarks`. */
export function sectionBlocks(sections: readonly Section[]): SectionBlock[] {
  const blocks: SectionBlock[] = []
  let groups = 0
  for (const section of sections) {
    const last = blocks.at(-1)
    if (section.kind !== 'leaderboard') blocks.push({ kind: 'section', section })
    else if (last?.kind === 'boards') last.boards.push(section)
    else {
      groups += 1
      blocks.push({
        kind: 'boards',
        id: groups === 1 ? 'benchmarks' : `benchmarks-${groups}`,
        heading: 'Benchmarks',
        allLabel: section.allLabel,
        boards: [section],
      })
    }
  }
  return blocks
}
