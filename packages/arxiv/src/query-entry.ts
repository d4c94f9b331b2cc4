import type { Warning } from '@inference-report/source'
import { parseArxivId } from './arxiv-id.ts'
import { buildPaper, readTitle } from './build-paper.ts'
import { childOf, childrenOf, oneLine, present, textOf } from './child-elements.ts'
import { readDois } from './dois.ts'
import { firstValid } from './first-valid.ts'
import { readAuthor } from './names.ts'
import { arxiv, atom } from './namespaces.ts'
import type { Author, Paper } from './paper.ts'
import { readSubjects } from './subject-classes.ts'
import { readInstant } from './timestamp.ts'
import { saysWithdrawn } from './withdrawn.ts'
import type { Element } from './xml-element.ts'

/** One paper of the query API; `undefined`, with a warning, for an entry that is none. */
export function readQueryEntry(
  entry: Element,
  warn: (warning: Warning) => void,
): Paper | undefined {
  const idText = textOf(entry, [atom, 'id'])
  const texTitle = oneLine(textOf(entry, [atom, 'title']))
  // Before November 2025 each unknown id of an `id_list` was answered by an entry without content.
  if (idText === undefined && texTitle === undefined) {
    warn({
      code: 'id-not-found',
      message: 'An entry is empty: arXiv has no paper with an id asked for.',
    })
    return undefined
  }
  const identified = parseArxivId(idText ?? '')
  const title = readTitle(texTitle)
  if (identified === undefined || title === undefined) {
    const missing = identified === undefined ? 'id' : 'title'
    warn({ code: 'item-skipped', message: `An entry without ${missing} was left out.` })
    return undefined
  }
  const texAbstract = textOf(entry, [atom, 'summary'])
  const texComment = textOf(entry, [arxiv, 'comment'])
  const { primaryCategory, ...subjects } = readEntrySubjects(entry, warn)
  return buildPaper({
    surface: 'query-api',
    identified,
    title,
    texAbstract,
    authors: childrenOf(entry, [atom, 'author']).flatMap((author) => readEntryAuthor(author) ?? []),
    primaryCategory,
    subjects,
    submittedAt: readDate(entry, 'published', warn),
    updatedAt: readDate(entry, 'updated', warn),
    texComment,
    texJournalRef: textOf(entry, [arxiv, 'journal_ref']),
    dois: readDois(
      childrenOf(entry, [arxiv, 'doi'])
        .map(({ text }) => text)
        .join(' '),
    ),
    ...(saysWithdrawn(texComment, texAbstract) && { withdrawn: true }),
  })
}

function readEntryAuthor(author: Element): Author | undefined {
  return readAuthor(
    textOf(author, [atom, 'name']),
    childrenOf(author, [arxiv, 'affiliation']).map(({ text }) => text),
  )
}

function readDate(
  entry: Element,
  name: 'published' | 'updated',
  warn: (warning: Warning) => void,
): string | undefined {
  const text = textOf(entry, [atom, name])
  const date = readInstant(text)
  if (text !== undefined && date === undefined) {
    warn({ code: 'unreadable-date', message: `"${text.slice(0, 60)}" is no date.`, path: name })
  }
  return date
}

function readEntrySubjects(
  entry: Element,
  warn: (warning: Warning) => void,
): Pick<Paper, 'primaryCategory' | 'categories' | 'mscClasses' | 'acmClasses'> {
  const terms = childrenOf(entry, [atom, 'category']).flatMap(
    ({ attributes }) => present(attributes.get('term')) ?? [],
  )
  const subjects = readSubjects(terms, warn)
  const primaryCategory = firstValid(
    'primaryCategory',
    [
      {
        place: 'primary_category',
        read: () => present(childOf(entry, [arxiv, 'primary_category'])?.attributes.get('term')),
      },
      { place: 'category', read: () => subjects.categories[0] },
    ],
    warn,
  )
  return { ...subjects, primaryCategory }
}
