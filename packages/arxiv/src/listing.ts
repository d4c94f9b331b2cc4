import { SourceError, type Warning } from '@inference-report/source'
import { oneLine } from './child-elements.ts'
import { loadPage, otherPage } from './html-page.ts'
import { elementOfId, textBelow } from './html-tree.ts'
import { type ListingSection, readHeading, readPeriod } from './listing-heading.ts'
import { readListingItem } from './listing-item.ts'
import { type ListingPage, readListingPage } from './listing-page.ts'
import type { Paper } from './paper.ts'

/** One page of a listing. */
export interface Listing {
  /** In the page's order. */
  papers: Paper[]
  /** The category listed, where the page links to its other listings. */
  category?: string | undefined
  /** On a page of one mailing (`new`, `catchup`) its day, `YYYY-MM-DD` in arXiv's own time. */
  announcedOn?: string | undefined
  /** The month or year of a listing of one: `'2023-06'`, `'2021'`. */
  period?: string | undefined
  /** How many papers all pages of the listing hold. */
  totalEntries?: number | undefined
  /** The page's parts, with arXiv's own counts; `[]` for listings of a month or a year, which have none. */
  sections: ListingSection[]
  /** True on an empty page that says itself that there are no updates. */
  nothingToday?: true | undefined
  warnings: Warning[]
}

/**
 * Reads a page of https://arxiv.org/list or https://arxiv.org/catchup. Each part of a page, or else the
 * page, says how many papers it shows; a page on which another number can be read is refused.
 *
 * @throws SourceError `drift` for a page that is no listing, or whose counts do not agree with its papers,
 * `upstream` for arXiv's own error page, `empty` for a listing without papers that does not say so,
 * `rate-limited` for arXiv's throttle, `unparseable` for what is no complete HTML page, `too-large` for
 * one nested beyond any page.
 */
export function parseListing(html: string): Listing {
  const document = loadPage(html, 'a listing', /<div [^<>]{0,200}\bid=["']?dlpage\b/)
  const root = elementOfId(document, 'dlpage')
  const page = root === undefined ? undefined : readListingPage(root)
  if (root === undefined || page === undefined) throw otherPage(document, 'a listing (#dlpage)')
  const warnings: Warning[] = []
  const category = readCategory(page.links)
  const headings = page.blocks.flatMap((block) => ('heading' in block ? block.heading : []))
  const announcedOn = [page.title ?? '', ...headings.slice(0, 1)].flatMap(
    (text) => readHeading(text).mailing ?? [],
  )[0]
  const { papers, sections } = readBlocks(page, { announcedOn, category }, warnings)
  const totalEntries = readTotal(page.text)
  checkTotal(page, papers.length, sections, totalEntries)
  if (papers.length === 0 && !page.paragraphs.some((text) => /^\s*No updates\b/.test(text))) {
    throw new SourceError('empty', {
      source: 'arxiv',
      expected: 'papers, or "No updates"',
      received: oneLine(page.text),
    })
  }
  const period = readPeriod(page.text)
  return {
    papers,
    ...(category !== undefined && { category }),
    ...(announcedOn !== undefined && { announcedOn }),
    ...(period !== undefined && { period }),
    ...(totalEntries !== undefined && { totalEntries }),
    sections,
    ...(papers.length === 0 && { nothingToday: true as const }),
    warnings,
  }
}

function readBlocks(
  page: ListingPage,
  place: { announcedOn: string | undefined; category: string | undefined },
  warnings: Warning[],
): { papers: Paper[]; sections: ListingSection[] } {
  const sections: ListingSection[] = []
  const papers: Paper[] = []
  let shown = 0
  for (const block of page.blocks) {
    if ('heading' in block) {
      const { section } = readHeading(block.heading)
      if (section === undefined) continue
      closeSection(sections.at(-1), shown)
      sections.push(section)
      shown = 0
      continue
    }
    const section = sections.at(-1)
    const paper = readListingItem(block, { ...place, section }, (warning) =>
      warnings.push({ ...warning, path: `items[${papers.length}].${warning.path ?? ''}` }),
    )
    if (paper === undefined) {
      throw drift('a paper in each item of the listing', oneLine(textBelow(block.head)))
    }
    papers.push(paper)
    shown++
  }
  closeSection(sections.at(-1), shown)
  return { papers, sections }
}

/** The page links to the same category's other listings; its heading has the name only. */
function readCategory(links: readonly string[]): string | undefined {
  return links.flatMap((href) => /\/(?:list|catchup)\/([^/?#]+)\//.exec(href)?.[1] ?? [])[0]
}

function readTotal(text: string): number | undefined {
  const [, total] = /Total of (\d{1,7}) entries\b/.exec(text) ?? []
  return total === undefined ? undefined : Number(total)
}

/** The listings of a month or a year have no sections: there the pager's count is the only one. */
function checkTotal(
  { range }: ListingPage,
  found: number,
  sections: readonly ListingSection[],
  total: number | undefined,
): void {
  if (total === undefined) return
  if (found > total) throw drift(`at most ${total} papers`, `${found} papers`)
  if (found === 0 && total > 0) throw drift(`some of ${total} papers`, 'none')
  if (sections.some(({ shown }) => shown !== undefined)) return
  const [first = 1, last = total] = range?.split('-').map(Number) ?? []
  const due = last - first + 1
  if (due !== found) throw drift(`${due} of ${total} papers`, `${found} papers`)
}

function closeSection(section: ListingSection | undefined, papers: number): void {
  if (section === undefined || section.shown === undefined || section.shown === papers) return
  throw drift(`${section.shown} papers under "${section.heading}"`, `${papers} papers`)
}

function drift(expected: string, received: string | undefined): SourceError {
  return new SourceError('drift', { source: 'arxiv', expected, received })
}
