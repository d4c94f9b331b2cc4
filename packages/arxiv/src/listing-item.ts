import type { Warning } from '@inference-report/source'
import { type ArxivId, parseArxivId } from './arxiv-id.ts'
import { buildPaper, readTitle } from './build-paper.ts'
import { oneLine } from './child-elements.ts'
import { readCreators } from './creators.ts'
import {
  elementsOf,
  fieldText,
  type HtmlElement,
  isElement,
  outermostOf,
  textBelow,
  walk,
} from './html-tree.ts'
import type { ListingSection } from './listing-heading.ts'
import type { ListingEntry } from './listing-page.ts'
import { readAuthor } from './names.ts'
import type { AnnouncementType, Author, Paper } from './paper.ts'
import { readSubjects } from './subject-classes.ts'
import { findCategory } from './taxonomy.ts'
import { saysWithdrawn } from './withdrawn.ts'

interface Place {
  announcedOn?: string | undefined
  category?: string | undefined
  section?: ListingSection | undefined
}

/** One paper of a listing, from its `dt` and the `dd` after it; `undefined` where they hold none. */
export function readListingItem(
  { head, body }: ListingEntry,
  place: Place,
  warn: (warning: Warning) => void,
): Paper | undefined {
  if (body === undefined) return undefined
  const links = readLinks(head)
  const fields = readFields(body)
  const text = (name: string): string | undefined => {
    const field = fields.get(name)
    return field === undefined ? undefined : oneLine(fieldText(field))
  }
  const title = readTitle(text('list-title'))
  if (links.identified === undefined || title === undefined) return undefined
  const texAbstract = text('mathjax')
  const texComment = text('list-comments')
  const [primary] = readCodes(text('primary-subject') ?? '')
  return buildPaper({
    surface: 'listing',
    identified: { id: links.identified.id, version: links.version },
    title,
    texAbstract,
    isOneLine: true,
    authors: readAuthors(fields.get('list-authors')),
    primaryCategory: primary,
    subjects: readSubjects(readCodes(text('list-subjects') ?? ''), warn),
    announcement: readAnnouncement(head, primary, place),
    texComment,
    texJournalRef: text('list-journal-ref'),
    ...(saysWithdrawn(texComment, texAbstract) && { withdrawn: true }),
  })
}

/** From the head only: abstracts link to other papers. */
function readLinks(head: HtmlElement): {
  identified: ArxivId | undefined
  version: number | undefined
} {
  let identified: ArxivId | undefined
  let version: number | undefined
  for (const link of elementsOf(head, ({ name }) => name === 'a')) {
    const href = link.attribs['href'] ?? ''
    const [, page] = ownPage.exec(href) ?? []
    if (page === undefined) continue
    const parsed = parseArxivId(href.startsWith('/') ? `arxiv.org${href}` : href)
    if (page === 'abs') identified ??= parsed
    // The address of the HTML page is the only one that tells the version.
    else version ??= parsed?.version
  }
  return { identified, version }
}

const ownPage = /^(?:https?:\/\/(?:www\.)?arxiv\.org)?\/(abs|html)\//i

const fieldClasses: ReadonlySet<string> = new Set([
  'list-title',
  'list-authors',
  'list-comments',
  'list-journal-ref',
  'list-subjects',
  'primary-subject',
])

/** The first of each field; the abstract is the one paragraph of class `mathjax`. */
function readFields(body: HtmlElement): Map<string, HtmlElement> {
  const fields = new Map<string, HtmlElement>()
  walk(body, (node) => {
    if (!isElement(node)) return undefined
    const name = fieldClass(node)
    if (name === undefined) return undefined
    if (!fields.has(name)) fields.set(name, node)
    // Only the subjects hold another field.
    return name === 'list-subjects' ? undefined : 'skip'
  })
  return fields
}

function fieldClass({ name, attribs }: HtmlElement): string | undefined {
  const written = attribs['class']
  if (written === undefined) return undefined
  const fits = (one: string): boolean => (name === 'p' ? one === 'mathjax' : fieldClasses.has(one))
  return fits(written) ? written : written.split(' ').find(fits)
}

function readAuthors(field: HtmlElement | undefined): Author[] {
  if (field === undefined) return []
  const links = outermostOf(field, ({ name }) => name === 'a')
  if (links.length > 0) return links.flatMap((link) => readAuthor(textBelow(link)) ?? [])
  return readCreators(fieldText(field).replace(/\(author list is unavailable\)/i, ''))
}

/** The codes of `Software Engineering (cs.SE); High Energy Physics - Theory (hep-th)`. */
export function readCodes(text: string): string[] {
  return text.split(';').flatMap((subject) => /\(([^()]+)\)\s*$/.exec(subject)?.[1] ?? [])
}

function readAnnouncement(
  head: HtmlElement,
  primary: string | undefined,
  place: Place,
): Paper['announcement'] {
  const date = place.section?.date ?? place.announcedOn
  if (date === undefined) return undefined
  const type = readType(head, primary, place)
  return {
    date,
    ...(type !== undefined && { type }),
    ...(place.category !== undefined && { category: place.category }),
  }
}

function readType(
  head: HtmlElement,
  primary: string | undefined,
  { section, category }: Place,
): AnnouncementType | undefined {
  const kind =
    section?.kind ??
    (/\(cross-list from\b/.test(textBelow(head))
      ? 'cross'
      : section?.date === undefined
        ? undefined
        : 'new')
  if (kind !== 'replace') return kind
  if (primary === undefined || category === undefined) return 'replace'
  const own = findCategory(primary)
  const listed = findCategory(category)?.canonical ?? category
  return own?.canonical === listed || own?.archive === listed ? 'replace' : 'replace-cross'
}
