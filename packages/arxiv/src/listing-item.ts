import type { Warning } from '@inference-report/source'
import type { CheerioAPI } from 'cheerio/slim'
import { type ArxivId, parseArxivId } from './arxiv-id.ts'
import { oneLine, present } from './child-elements.ts'
import { readCreators } from './creators.ts'
import type { ListingSection } from './listing-heading.ts'
import type { AnnouncementType, Author, Paper } from './paper.ts'
import { sortSubjects } from './subject-classes.ts'
import { findCategory } from './taxonomy.ts'
import { texToText } from './tex-to-text.ts'
import { saysWithdrawn } from './withdrawn.ts'

type Selection = ReturnType<ReturnType<CheerioAPI>['find']>

interface Place {
  announcedOn?: string | undefined
  category?: string | undefined
  section?: ListingSection | undefined
}

/** One paper of a listing, from its `dt` and the `dd` after it; `undefined` where they hold none. */
export function readListingItem(
  $: CheerioAPI,
  head: Selection,
  place: Place,
  warn: (warning: Warning) => void,
): Paper | undefined {
  const body = head.next('dd')
  // From the head only: abstracts link to other papers.
  const links = head
    .find('a')
    .toArray()
    .map((link) => $(link).attr('href') ?? '')
  const identified = links.flatMap((href) => parsePage(href, 'abs'))[0]
  // The address of the HTML page is the only one that tells the version.
  const version = links.flatMap((href) => parsePage(href, 'html'))[0]?.version
  const texTitle = readField($, body, '.list-title')
  const title = present(texToText(texTitle ?? ''))
  if (identified === undefined || texTitle === undefined || title === undefined) return undefined
  const abstract = readText($, body.find('p.mathjax').first())
  const abstractText = present(texToText(abstract ?? ''))
  const comment = present(texToText(readField($, body, '.list-comments') ?? ''))
  const journalRef = present(texToText(readField($, body, '.list-journal-ref') ?? ''))
  const primary = codes(body.find('.primary-subject').first().text())[0]
  const { unknown, categories, ...classes } = sortSubjects(
    codes(readField($, body, '.list-subjects') ?? ''),
  )
  for (const term of unknown) {
    warn({
      code: 'unknown-category',
      message: `"${term.slice(0, 60)}" is no category of arXiv.`,
      path: 'categories',
    })
  }
  const announcement = readAnnouncement(head.text(), primary, place)
  return {
    id: identified.id,
    ...(version !== undefined && { version }),
    url: `https://arxiv.org/abs/${identified.id}`,
    title,
    ...(abstractText !== undefined && { abstract: abstractText }),
    tex: { title: texTitle, ...(abstract !== undefined && { abstract }) },
    authors: readAuthors($, body.find('.list-authors').first()),
    ...(primary !== undefined && { primaryCategory: primary }),
    categories: [...new Set([...(primary === undefined ? [] : [primary]), ...categories])],
    ...classes,
    reportNumbers: [],
    history: [],
    ...(announcement !== undefined && { announcement }),
    ...(comment !== undefined && { comment }),
    ...(journalRef !== undefined && { journalRef }),
    dois: [],
    ...(saysWithdrawn(comment, abstractText) && { withdrawn: true }),
    from: {},
  }
}

function parsePage(href: string, page: 'abs' | 'html'): ArxivId[] {
  if (!new RegExp(`^(?:https?://(?:www\\.)?arxiv\\.org)?/${page}/`, 'i').test(href)) return []
  const parsed = parseArxivId(href.startsWith('/') ? `arxiv.org${href}` : href)
  return parsed === undefined ? [] : [parsed]
}

/** The text of a field without its label. */
function readField($: CheerioAPI, body: Selection, selector: string): string | undefined {
  const field = body.find(selector).first().clone()
  field.find('.descriptor').remove()
  return readText($, field)
}

/** On one line, with the addresses arXiv hides behind "this https URL". */
function readText($: CheerioAPI, field: Selection): string | undefined {
  const copy = field.clone()
  copy.find('br').replaceWith(' ')
  for (const link of copy.find('a').toArray()) {
    const href = $(link).attr('href') ?? ''
    if (
      /^this (?:https?|ftp) URL$/i.test($(link).text().trim()) &&
      /^(?:https?|ftp):/i.test(href)
    ) {
      $(link).text(href)
    }
  }
  return oneLine(copy.text())
}

function readAuthors($: CheerioAPI, field: Selection): Author[] {
  const links = field
    .find('a')
    .toArray()
    .map((link) => $(link).text())
  if (links.length > 0) {
    return links.flatMap((text) => {
      const name = oneLine(texToText(text))
      return name !== undefined && /\p{L}/u.test(name) ? { name, affiliations: [] } : []
    })
  }
  const copy = field.clone()
  copy.find('.descriptor').remove()
  return readCreators(copy.text().replace(/\(author list is unavailable\)/i, ''))
}

/** The codes of `Software Engineering (cs.SE); High Energy Physics - Theory (hep-th)`. */
function codes(text: string): string[] {
  return text.split(';').flatMap((subject) => /\(([^()]+)\)\s*$/.exec(subject)?.[1] ?? [])
}

function readAnnouncement(
  head: string,
  primary: string | undefined,
  place: Place,
): Paper['announcement'] {
  const date = place.section?.date ?? place.announcedOn
  const type = readType(head, primary, place)
  if (date === undefined) return undefined
  return {
    date,
    ...(type !== undefined && { type }),
    ...(place.category !== undefined && { category: place.category }),
  }
}

function readType(
  head: string,
  primary: string | undefined,
  { section, category }: Place,
): AnnouncementType | undefined {
  const kind =
    section?.kind ??
    (/\(cross-list from\b/.test(head) ? 'cross' : section?.date === undefined ? undefined : 'new')
  if (kind !== 'replace') return kind
  if (primary === undefined || category === undefined) return 'replace'
  const own = findCategory(primary)
  const listed = findCategory(category)?.canonical ?? category
  return own?.canonical === listed || own?.archive === listed ? 'replace' : 'replace-cross'
}
