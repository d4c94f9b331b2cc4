import type { Warning } from '@inference-report/source'
import { parseArxivId } from './arxiv-id.ts'
import { buildPaper, readTitle } from './build-paper.ts'
import { childOf, childrenOf, type Name, oneLine, present, textOf } from './child-elements.ts'
import { readCreators } from './creators.ts'
import { readDois } from './dois.ts'
import { type Candidate, firstValid } from './first-valid.ts'
import { arxiv, atom, dublinCore } from './namespaces.ts'
import type { AnnouncementType, Paper } from './paper.ts'
import { readSubjects } from './subject-classes.ts'
import { parseTimestamp } from './timestamp.ts'
import type { Element } from './xml-element.ts'

/** Where RSS 2.0 and Atom put the same thing. */
export interface FeedDialect {
  item: Name
  id: Name
  title: Name
  text: Name
  published: Name
  link: (item: Element) => string | undefined
  category: (item: Element) => (string | undefined)[]
}

/** RSS 2.0. */
export const rssDialect: FeedDialect = {
  item: ['', 'item'],
  id: ['', 'guid'],
  title: ['', 'title'],
  text: ['', 'description'],
  published: ['', 'pubDate'],
  link: (item) => textOf(item, ['', 'link']),
  category: (item) => childrenOf(item, ['', 'category']).map((category) => category.text),
}

/** Atom. */
export const atomDialect: FeedDialect = {
  item: [atom, 'entry'],
  id: [atom, 'id'],
  title: [atom, 'title'],
  text: [atom, 'summary'],
  published: [atom, 'published'],
  link: (item) => childOf(item, [atom, 'link'])?.attributes.get('href'),
  category: (item) =>
    childrenOf(item, [atom, 'category']).map(({ attributes }) => attributes.get('term')),
}

// `arXiv:2604.01234v1 Announce Type: new \nAbstract: …`, the only text that all readers show.
const header = /^\s*arXiv:(\S{1,60})\s+Announce Type:\s*([a-z-]{1,30})\s+Abstract:\s*/

/** One paper of a daily feed; `undefined`, with a warning, where it has no id or no title. */
export function readDailyItem(
  item: Element,
  dialect: FeedDialect,
  batch: { announcedOn?: string | undefined; category?: string | undefined },
  warn: (warning: Warning) => void,
): Paper | undefined {
  const text = childOf(item, dialect.text)?.text ?? ''
  const [head, headId = '', headType] = header.exec(text) ?? []
  const identified = firstValid(
    'id',
    [
      { place: 'guid', read: () => parseArxivId(textOf(item, dialect.id) ?? '') },
      { place: 'description', read: () => parseArxivId(headId) },
      { place: 'link', read: () => parseArxivId(dialect.link(item) ?? '') },
    ],
    warn,
  )
  const texTitle = oneLine(childOf(item, dialect.title)?.text)
  const title = readTitle(texTitle)
  if (identified === undefined || title === undefined) {
    const missing = identified === undefined ? 'id' : 'title'
    warn({ code: 'item-skipped', message: `An item without ${missing} was left out.` })
    return undefined
  }
  if (head === undefined && text.trim() !== '') {
    warn({
      code: 'header-missing',
      message: 'The description does not begin as arXiv’s do; it was taken whole.',
      path: 'abstract',
    })
  }
  const texAbstract = present(text.slice(head?.length ?? 0))
  const terms = dialect.category(item).flatMap((term) => present(term) ?? [])
  const published = parseTimestamp(textOf(item, dialect.published) ?? '')
  const type = readType(item, headType, warn)
  const date = published?.easternDay ?? batch.announcedOn
  return buildPaper({
    surface: 'daily-feed',
    identified,
    title,
    texAbstract,
    authors: readCreators(textOf(item, [dublinCore, 'creator']) ?? ''),
    subjects: readSubjects(terms, warn),
    announcement: {
      ...(date !== undefined && { date }),
      ...(type !== undefined && { type }),
      ...(batch.category !== undefined && { category: batch.category }),
    },
    texJournalRef: firstText(item, 'journalRef', ['journal_reference', 'journal_ref'], warn),
    dois: readDois(firstText(item, 'dois', ['DOI', 'doi'], warn)),
    license: textOf(item, [dublinCore, 'rights']),
  })
}

function readType(
  item: Element,
  headType: string | undefined,
  warn: (warning: Warning) => void,
): AnnouncementType | undefined {
  const written = firstValid(
    'announcement.type',
    [
      { place: 'announce_type', read: () => textOf(item, [arxiv, 'announce_type']) },
      { place: 'description', read: () => headType },
    ],
    warn,
  )
  if (
    written === 'new' ||
    written === 'cross' ||
    written === 'replace' ||
    written === 'replace-cross'
  )
    return written
  const message =
    written === undefined
      ? 'The item has no announce type.'
      : `"${written.slice(0, 60)}" is no known announce type.`
  warn({ code: 'unknown-announce-type', message, path: 'announcement.type' })
  return undefined
}

function firstText(
  item: Element,
  field: string,
  names: readonly string[],
  warn: (warning: Warning) => void,
): string | undefined {
  const candidates = names.map(
    (name): Candidate<string> => ({ place: name, read: () => textOf(item, [arxiv, name]) }),
  )
  return firstValid(field, candidates, warn)
}
