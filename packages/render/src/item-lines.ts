import type {
  HeadlineItem,
  PaperItem,
  RepositoriesSection,
  RepositoryItem,
} from '@inference-report/issue'
import { longDate, longTime } from './format-date.ts'
import { formatInteger } from './format-number.ts'

/** `A, B, C and 4 more`; all where that saves only one name. */
export function authorsLine(authors: readonly string[], limit: number): string | undefined {
  if (authors.length === 0) return undefined
  if (authors.length <= limit + 1) return authors.join(', ')
  return `${authors.slice(0, limit).join(', ')} and ${authors.length - limit} more`
}

/** `March 2, 2026, 14:05 UTC`, or the day where the source gives no more. */
export function publishedLine(item: HeadlineItem): string {
  return item.dateOnly === true ? longDate(item.publishedAt) : longTime(item.publishedAt)
}

/** The category a paper is filed under; arXiv names it first among all. */
export function leadCategory({ primaryCategory, categories }: PaperItem): string | undefined {
  return primaryCategory ?? categories[0]
}

/** What a paper's own list says of it: `Announced March 2, 2026 (cross)`, categories, comment. */
export function paperDetails(paper: PaperItem): string[] {
  const type = paper.announceType === undefined ? '' : ` (${paper.announceType})`
  const others = paper.categories.filter((category) => category !== leadCategory(paper))
  return [
    ...(paper.announcedOn === undefined
      ? type === ''
        ? []
        : [`Announced${type}`]
      : [`Announced ${longDate(paper.announcedOn)}${type}`]),
    ...(others.length === 0 ? [] : [`Also in ${others.join(', ')}`]),
    ...(paper.comment === undefined ? [] : [paper.comment]),
  ]
}

const periods: Record<RepositoriesSection['period'], string> = {
  daily: 'today',
  weekly: 'this week',
  monthly: 'this month',
}

/** `Python`, `12,345 stars`, `678 stars today`, `90 forks`, as far as known. */
export function repositoryDetails(
  repository: RepositoryItem,
  period: RepositoriesSection['period'],
): string[] {
  const { language, stars, starsGained, forks } = repository
  return [
    ...(language === undefined ? [] : [language]),
    ...(stars === undefined ? [] : [counted(stars, 'star')]),
    ...(starsGained === undefined ? [] : [`${counted(starsGained, 'star')} ${periods[period]}`]),
    ...(forks === undefined ? [] : [counted(forks, 'fork')]),
  ]
}

function counted(count: number, noun: string): string {
  return `${formatInteger(count)} ${count === 1 ? noun : `${noun}s`}`
}
