import { SourceError, type Warning } from '@inference-report/source'
import { ask } from './ask.ts'
import type { FlowOptions } from './flow-options.ts'
import { parseListing } from './listing.ts'
import type { AnnouncementType, Paper } from './paper.ts'
import { findCategory } from './taxonomy.ts'

/** One mailing as arXiv lists it. */
export interface ListedMailing {
  /** New, cross-listed, replaced, each paper once. */
  papers: Paper[]
  announcedOn?: string | undefined
  warnings: Warning[]
}

// A page holds 2000; the largest mailing of an archive had some 2000 papers.
const mostPages = 10

/**
 * The latest mailing of each of these categories, by https://arxiv.org/list; with `date`, the one of that
 * day, by https://arxiv.org/catchup, which goes back 90 days.
 *
 * @throws SourceError as `ask` and `parseListing`; `drift` where there are fewer papers than arXiv counts.
 */
export async function askListing(
  categories: readonly string[],
  date: string | undefined,
  options: FlowOptions,
): Promise<ListedMailing> {
  const lists: ListedMailing[] = []
  for (const category of categories) {
    lists.push(await askOne(listingUrl(category, date), date !== undefined, options))
  }
  const days = lists.flatMap(({ announcedOn }) => announcedOn ?? []).sort()
  // In the minute of a mailing one list may still be the former.
  const latest = lists.filter(({ announcedOn }) => announcedOn === days.at(-1))
  return {
    papers: inOrder(latest.flatMap(({ papers }) => papers)),
    ...(days.length > 0 && { announcedOn: days.at(-1) }),
    warnings: latest.flatMap(({ warnings }) => warnings),
  }
}

function listingUrl(category: string, date: string | undefined): string {
  if (date === undefined) return `https://arxiv.org/list/${encodeURIComponent(category)}/new`
  // Of another name this page is a redirect: a second request in one turn.
  const name = findCategory(category)?.canonical ?? category
  return `https://arxiv.org/catchup/${encodeURIComponent(name)}/${date}?abs=True`
}

async function askOne(
  url: string,
  isCatchUp: boolean,
  options: FlowOptions,
): Promise<ListedMailing> {
  const first = await ask(url, parseListing, options)
  const { announcedOn, totalEntries } = first
  const papers = [...first.papers]
  const warnings = [...first.warnings]
  for (let page = 2; papers.length < (totalEntries ?? 0) && page <= mostPages; page++) {
    const more = isCatchUp ? `&page=${page}` : `?skip=${papers.length}&show=2000`
    const next = await ask(`${url}${more}`, parseListing, options)
    if (next.papers.length === 0) break
    papers.push(...next.papers)
    warnings.push(...next.warnings)
  }
  if (papers.length < (totalEntries ?? 0)) {
    throw new SourceError('drift', {
      source: 'arxiv',
      url,
      expected: `${totalEntries} papers`,
      received: `${papers.length} papers`,
    })
  }
  return { papers, ...(announcedOn !== undefined && { announcedOn }), warnings }
}

const order: readonly (AnnouncementType | undefined)[] = [
  'new',
  'cross',
  'replace',
  'replace-cross',
]

/** Of a paper that several lists hold, the one that tells most of its type, as arXiv's own feeds do. */
function inOrder(papers: readonly Paper[]): Paper[] {
  const rank = ({ announcement }: Paper): number => order.indexOf(announcement?.type)
  const best = new Map<string, Paper>()
  for (const paper of papers) {
    const other = best.get(paper.id)
    if (other === undefined || rank(paper) < rank(other)) best.set(paper.id, paper)
  }
  return [...best.values()].sort((a, b) => rank(a) - rank(b))
}
