import { factsFromSections, factsFromSources, writeIssue } from '@inference-report/editorial'
import type { IssueDraft, SectionItem } from '@inference-report/issue'
import { factsFromBoards } from './board-facts.ts'
import { compareBoards } from './boards.ts'
import type { Collected } from './collect-source.ts'
import type { Config } from './config.ts'
import type { EarlierIssue } from './earlier-issues.ts'
import { composeSections } from './sections.ts'

export interface Composition {
  date: string
  window: { from: string; to: string }
  config: Config
  collected: readonly Collected[]
  earlier: readonly EarlierIssue[]
}

/** Everything of the issue but its revision: what the archive decides. */
export async function compose({
  date,
  window,
  config,
  collected,
  earlier,
}: Composition): Promise<Omit<IssueDraft, 'revision'>> {
  const boards = compareBoards(collected, earlier)
  const sections = composeSections(config.sections, collected, boards)
  const items = sections.flatMap((section): SectionItem[] => section.items)
  const sources = collected.map(({ source }) => ({
    ...source,
    items: items.filter((item) => item.sourceId === source.id).length,
  }))
  const facts = [
    ...factsFromSections(sections, sources),
    ...factsFromBoards(boards),
    ...factsFromSources(sources),
  ]
  const { paragraphs, writer } = await writeIssue(facts, items)
  const previous = earlier[0]?.issue
  return {
    publication: config.publication,
    date,
    timeZone: 'UTC',
    window,
    previous: previous && {
      date: previous.date,
      revision: previous.revision,
      hash: previous.hash,
    },
    sections,
    editorial: { paragraphs, byline: config.byline, writer },
    facts,
    charts: [],
    sources,
  }
}
