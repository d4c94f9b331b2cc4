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
import { linkUrl } from '../link-url.ts'
import { modelsTable } from '../models-table.ts'
import { shorten } from '../shorten.ts'
import { rowLinks, tableText } from './table.ts'
import { wrapText } from './wrap.ts'

type ListSection = Exclude<Section, LeaderboardSection>

/** The items of a section, as the front page or the inside page shows them. */
export function itemLines(section: ListSection, place: 'front' | 'inside'): string[] {
  const front = place === 'front'
  const limit = front ? section.featured : section.items.length
  switch (section.kind) {
    case 'headlines':
      return section.items.slice(0, limit).flatMap((item) => [...headline(item, front), ''])
    case 'papers':
      return section.items.slice(0, limit).flatMap((item) => [...paper(item, front), ''])
    case 'repositories':
      return section.items
        .slice(0, limit)
        .flatMap((item) => [...repository(item, section.period, front), ''])
    case 'models': {
      const table = modelsTable(section, limit)
      return [...tableText(table), '', ...rowLinks(table), '']
    }
  }
}

function headline(item: HeadlineItem, front: boolean): string[] {
  const authors = front ? undefined : authorsLine(item.authors, 10)
  const date = front ? longDate(item.publishedAt) : publishedLine(item)
  const summary = item.summary && cleanText(item.summary)
  return [
    ...title(item.title, item.url),
    ...body(dotted([item.outlet, date, authors])),
    ...body(summary && (front ? shorten(summary, 220) : summary)),
    ...item.also.flatMap(({ outlet, url }) => [...body(`Also: ${outlet}`), ...link(url)]),
  ]
}

function paper(item: PaperItem, front: boolean): string[] {
  const category = leadCategory(item)
  const badge = category === undefined ? '' : ` [${category}]`
  return [
    ...title(`${cleanText(item.title)}${badge}`, item.url),
    ...body(
      dotted([authorsLine(item.authors, front ? 3 : 10), ...(front ? [] : paperDetails(item))]),
    ),
    ...body(item.abstract),
  ]
}

function repository(
  item: RepositoryItem,
  period: RepositoriesSection['period'],
  front: boolean,
): string[] {
  const description = item.description && cleanText(item.description)
  return [
    ...title(`${item.rank}. ${item.owner}/${item.name}`, item.url),
    ...body(description && (front ? shorten(description, 180) : description)),
    ...body(dotted(repositoryDetails(front ? { ...item, forks: undefined } : item, period))),
  ]
}

function title(words: string, url: string): string[] {
  return [...wrapText(words, undefined, { first: '* ', rest: '  ' }), ...link(url)]
}

function body(words: string | undefined): string[] {
  return words === undefined ? [] : wrapText(words, undefined, { first: '  ', rest: '  ' })
}

// On a line of its own and never broken, so that it can be followed or copied.
function link(url: string): string[] {
  const href = linkUrl(url)
  return href === undefined ? [] : [`  ${href}`]
}

function dotted(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ')
}
