import type { HeadlineItem, Section, SourceState } from '@inference-report/issue'
import { clusterStories } from '@inference-report/stories'
import type { BoardComparison } from './boards.ts'
import type { Collected } from './collect-source.ts'
import type { SectionConfig } from './config.ts'
import { leaderboardParts } from './leaderboard-section.ts'
import type { Harvest } from './sources/harvest.ts'

/** The sections, in the configuration's order, from what the sources gave. */
export function composeSections(
  configs: readonly SectionConfig[],
  collected: readonly Collected[],
  boards: readonly BoardComparison[],
): Section[] {
  const headlines = mergeHeadlines(
    configs
      .flatMap((config) => harvests(config, collected, 'headlines'))
      .flatMap(({ items }) => items),
  )
  return configs.map((config) => composeSection(config, collected, boards, headlines))
}

function composeSection(
  config: SectionConfig,
  collected: readonly Collected[],
  boards: readonly BoardComparison[],
  headlines: readonly HeadlineItem[],
): Section {
  const { kind, ...words } = config
  const own = collected.filter((one) => one.config.section === config.id)
  const found = stateOf(own)
  // "No lab headlines." is more than anyone knows of labs that could not be read.
  const isUnread = kind !== 'leaderboard' && (found.state === 'failed' || found.state === 'drift')
  const base = {
    ...words,
    emptyText: isUnread ? 'Nothing could be read.' : words.emptyText,
    sourceIds: own.map(({ source }) => source.id),
    ...found,
  }
  switch (kind) {
    case 'headlines': {
      const items = headlines.filter(({ sourceId }) => base.sourceIds.includes(sourceId))
      return { ...base, kind, items }
    }
    case 'papers': {
      const papers = harvests(config, collected, 'papers').flatMap((harvest) => harvest.items)
      // A paper of two categories is announced in both.
      const items = [
        ...new Map(papers.toReversed().map((paper) => [paper.id, paper])).values(),
      ].reverse()
      return { ...base, kind, items }
    }
    case 'repositories': {
      const lists = harvests(config, collected, 'repositories')
      const items = lists.flatMap((harvest) => harvest.items)
      return { ...base, kind, period: lists[0]?.period ?? 'daily', items }
    }
    case 'leaderboard': {
      const board = boards.find(({ sourceId }) => base.sourceIds.includes(sourceId))
      return { ...base, kind, columns: [], items: [], ...(board && leaderboardParts(board)) }
    }
  }
}

function harvests<Kind extends Harvest['kind']>(
  config: SectionConfig,
  collected: readonly Collected[],
  kind: Kind,
): Extract<Harvest, { kind: Kind }>[] {
  return collected
    .filter((one) => one.config.section === config.id)
    .flatMap(({ harvest }) => (harvest !== undefined && isKind(harvest, kind) ? [harvest] : []))
}

function isKind<Kind extends Harvest['kind']>(
  harvest: Harvest,
  kind: Kind,
): harvest is Extract<Harvest, { kind: Kind }> {
  return harvest.kind === kind
}

/** One headline for a story, wherever it was told; newest first. */
function mergeHeadlines(items: readonly HeadlineItem[]): HeadlineItem[] {
  const merged = clusterStories(items).map(({ primary, also }) => ({
    ...primary,
    also: also.map(({ outlet, url, sourceId }) => ({ outlet, url, sourceId })),
  }))
  return merged.sort((a, b) => compare(b.publishedAt, a.publishedAt) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A section is as its sources are; what it lacks, its note says. */
function stateOf(own: readonly Collected[]): { state: SourceState; note?: string } {
  if (own.length === 0) return { state: 'failed', note: 'No source of this section was recorded.' }
  const told = own.flatMap(({ source }) =>
    source.reason === undefined
      ? []
      : [own.length === 1 ? source.reason : `${source.name}: ${source.reason}`],
  )
  const states = own.map(({ source }) => source.state)
  const state = sectionState(states)
  return told.length === 0 ? { state } : { state, note: told.join(' ') }
}

/** Quiet only where nothing is missing: a source that failed might have had news. */
function sectionState(states: readonly SourceState[]): SourceState {
  const order = ['ok', 'stale', 'drift', 'failed'] as const
  return order.find((state) => states.includes(state)) ?? 'quiet'
}
