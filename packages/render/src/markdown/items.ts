import type {
  HeadlineItem,
  LeaderboardSection,
  PaperItem,
  RepositoriesSection,
  RepositoryItem,
  Section,
} from '@inference-report/issue'
import { cleanText } from '../clean-text.ts'
import { longDate } from '../format-date.ts'
import {
  authorsLine,
  leadCategory,
  paperDetails,
  publishedLine,
  repositoryDetails,
} from '../item-lines.ts'
import { modelsTable } from '../models-table.ts'
import { shorten } from '../shorten.ts'
import type { MarkdownBlock } from './block.ts'
import { text } from './block.ts'
import { markdownLink, markdownText } from './escape.ts'
import { tableMarkdown } from './table.ts'

type ListSection = Exclude<Section, LeaderboardSection>

/** The items of a section, as the front page or the inside page shows them. */
export function itemBlocks(section: ListSection, place: 'front' | 'inside'): MarkdownBlock[] {
  const front = place === 'front'
  const limit = front ? section.featured : section.items.length
  switch (section.kind) {
    case 'headlines':
      return section.items.slice(0, limit).map((item) => text(headline(item, front)))
    case 'papers':
      return section.items.slice(0, limit).map((item) => text(paper(item, front)))
    case 'repositories':
      return section.items
        .slice(0, limit)
        .map((item) => text(repository(item, section.period, front)))
    case 'models':
      return [text(tableMarkdown(modelsTable(section, limit)))]
  }
}

function headline(item: HeadlineItem, front: boolean): string {
  const authors = front ? undefined : authorsLine(item.authors, 10)
  const date = front ? longDate(item.publishedAt) : publishedLine(item)
  const summary = item.summary && cleanText(item.summary)
  const also = item.also.map(({ outlet, url }) => markdownLink(outlet, url))
  return entry(
    `**${markdownLink(item.title, item.url)}**`,
    dotted([item.outlet, date, authors]),
    summary && markdownText(front ? shorten(summary, 220) : summary),
    also.length === 0 ? undefined : `Also: ${also.join(', ')}`,
  )
}

function paper(item: PaperItem, front: boolean): string {
  const category = leadCategory(item)
  const badge = category && ` (${markdownText(category)})`
  return entry(
    `**${markdownLink(item.title, item.url)}**${badge ?? ''}`,
    dotted([authorsLine(item.authors, front ? 3 : 10), ...(front ? [] : paperDetails(item))]),
    item.abstract && markdownText(item.abstract),
  )
}

function repository(
  item: RepositoryItem,
  period: RepositoriesSection['period'],
  front: boolean,
): string {
  const details = repositoryDetails(front ? { ...item, forks: undefined } : item, period)
  const description = item.description && cleanText(item.description)
  return entry(
    `**${item.rank}\\. ${markdownLink(`${item.owner}/${item.name}`, item.url)}**`,
    description && markdownText(front ? shorten(description, 180) : description),
    dotted(details),
  )
}

// A backslash before the line's end is a break that no editor strips.
function entry(...lines: (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').join('\\\n')
}

function dotted(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map(markdownText)
    .join(' · ')
}
