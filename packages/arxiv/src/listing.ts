import { isDeepHtml, SourceError, type Warning } from '@inference-report/source'
import { type CheerioAPI, load } from 'cheerio/slim'
import { oneLine } from './child-elements.ts'
import { type ListingSection, readHeading } from './listing-heading.ts'
import { readListingItem } from './listing-item.ts'
import type { Paper } from './paper.ts'
import { throwIfThrottled } from './throttle.ts'

// A page of 2000 papers leaves a few tags of each open at the most.
const mostLevels = 20_000

/** One page of a listing. */
export interface Listing {
  /** In the page's order. */
  papers: Paper[]
  /** The category listed, where the page links to its other listings. */
  category?: string | undefined
  /** On a page of one mailing (`new`, `catchup`) its day, `YYYY-MM-DD` in arXiv's own time. */
  announcedOn?: string | undefined
  /** How many papers all pages of the listing hold. */
  totalEntries?: number | undefined
  /** The page's parts, with arXiv's own counts; `[]` for listings of a month or a year, which have none. */
  sections: ListingSection[]
  /** True on an empty page that says itself that there are no updates. */
  nothingToday?: true | undefined
  warnings: Warning[]
}

/**
 * Reads a page of https://arxiv.org/list or https://arxiv.org/catchup. Each part of a page says how many
 * papers it shows; a page on which another number can be read is refused.
 *
 * @throws SourceError `drift` for a page that is no listing, or whose counts do not agree with its papers,
 * `upstream` for arXiv's own error page, `empty` for a listing without papers that does not say so,
 * `rate-limited` for arXiv's throttle, `unparseable` for what is no complete HTML page, `too-large` for
 * one nested beyond any page.
 */
export function parseListing(html: string): Listing {
  throwUnlessPage(html)
  if (isDeepHtml(html, mostLevels)) {
    throw new SourceError('too-large', {
      source: 'arxiv',
      expected: `a page of at most ${mostLevels} levels`,
    })
  }
  const $ = load(html)
  const page = $('#dlpage')
  if (page.length === 0) throw noListing($)
  const warnings: Warning[] = []
  const category = readCategory($)
  const announced = [$('#dlpage h1'), $('#dlpage h3')].flatMap(
    (headings) => readHeading(headings.first().text()).mailing ?? [],
  )
  const announcedOn = announced[0]
  const sections: ListingSection[] = []
  const papers: Paper[] = []
  let shown = 0
  for (const node of page.find('h3, dt').toArray()) {
    if (node.tagName === 'h3') {
      const { section } = readHeading($(node).text())
      if (section === undefined) continue
      closeSection(sections.at(-1), shown)
      sections.push(section)
      shown = 0
      continue
    }
    const section = sections.at(-1)
    const paper = readListingItem($, $(node), { announcedOn, category, section }, (warning) =>
      warnings.push({ ...warning, path: `items[${papers.length}].${warning.path ?? ''}` }),
    )
    if (paper === undefined)
      throw drift('a paper in each item of the listing', oneLine($(node).text()))
    papers.push(paper)
    shown++
  }
  closeSection(sections.at(-1), shown)
  const totalEntries = readTotal(page.text())
  if (totalEntries !== undefined && papers.length > totalEntries) {
    throw drift(`at most ${totalEntries} papers`, `${papers.length} papers`)
  }
  if (papers.length === 0) {
    if ((totalEntries ?? 0) > 0) throw drift(`some of ${totalEntries} papers`, 'none')
    const paragraphs = page.find('p').toArray()
    if (!paragraphs.some((node) => /^\s*No updates\b/.test($(node).text()))) {
      throw new SourceError('empty', {
        source: 'arxiv',
        expected: 'papers, or "No updates"',
        received: oneLine(page.text()),
      })
    }
  }
  return {
    papers,
    ...(category !== undefined && { category }),
    ...(announcedOn !== undefined && { announcedOn }),
    ...(totalEntries !== undefined && { totalEntries }),
    sections,
    ...(papers.length === 0 && { nothingToday: true as const }),
    warnings,
  }
}

function throwUnlessPage(html: string): void {
  throwIfThrottled(html, 'a listing')
  if (/<html[\s>]/i.test(html.slice(0, 2000)) && /<\/html>\s*$/i.test(html.slice(-2000))) return
  throw new SourceError('unparseable', {
    source: 'arxiv',
    expected: 'a complete HTML page',
    received: html.trim() === '' ? 'an empty answer' : html,
  })
}

/** arXiv tells a bad request on a page of its own design, whose heading is the reason. */
function noListing($: CheerioAPI): SourceError {
  const heading = oneLine($('#content h1').first().text() || $('h1').first().text())
  if (heading !== undefined && /^(?:Invalid|Bad|Error|Not found|Unable)\b/i.test(heading)) {
    return new SourceError('upstream', {
      source: 'arxiv',
      expected: 'a listing',
      received: heading,
      retryable: false,
    })
  }
  return drift(
    'a listing (#dlpage)',
    heading ?? oneLine($('title').text()) ?? 'a page without heading',
  )
}

/** The page links to the same category's other listings; its heading has the name only. */
function readCategory($: CheerioAPI): string | undefined {
  for (const node of $('#dlpage a[href*="/list/"], #dlpage a[href*="/catchup/"]').toArray()) {
    const [, category] = /\/(?:list|catchup)\/([^/?#]+)\//.exec($(node).attr('href') ?? '') ?? []
    if (category !== undefined) return category
  }
  return undefined
}

function readTotal(text: string): number | undefined {
  const [, total] = /\bTotal of (\d{1,7}) entries\b/.exec(text) ?? []
  return total === undefined ? undefined : Number(total)
}

function closeSection(section: ListingSection | undefined, papers: number): void {
  if (section === undefined || section.shown === undefined || section.shown === papers) return
  throw drift(`${section.shown} papers under "${section.heading}"`, `${papers} papers`)
}

function drift(expected: string, received: string | undefined): SourceError {
  return new SourceError('drift', { source: 'arxiv', expected, received })
}
