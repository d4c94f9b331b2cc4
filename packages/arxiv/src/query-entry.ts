import type { Warning } from '@inference-report/source'
import { parseArxivId } from './arxiv-id.ts'
import { childOf, childrenOf, oneLine, present, textOf } from './child-elements.ts'
import { readDois } from './dois.ts'
import { firstValid } from './first-valid.ts'
import { arxiv, atom } from './namespaces.ts'
import type { Author, Paper } from './paper.ts'
import { sortSubjects } from './subject-classes.ts'
import { texToText } from './tex-to-text.ts'
import { parseTimestamp } from './timestamp.ts'
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
  const title = present(texToText(texTitle ?? ''))
  if (identified === undefined || texTitle === undefined || title === undefined) {
    const missing = identified === undefined ? 'id' : 'title'
    warn({ code: 'item-skipped', message: `An entry without ${missing} was left out.` })
    return undefined
  }
  const texAbstract = textOf(entry, [atom, 'summary'])
  const abstract = present(texToText(texAbstract ?? ''))
  const comment = present(texToText(textOf(entry, [arxiv, 'comment']) ?? ''))
  const journalRef = present(texToText(textOf(entry, [arxiv, 'journal_ref']) ?? ''))
  const submittedAt = readDate(entry, 'published', warn)
  const updatedAt = readDate(entry, 'updated', warn)
  const { primaryCategory, ...subjects } = readSubjects(entry, warn)
  return {
    id: identified.id,
    ...(identified.version !== undefined && { version: identified.version }),
    url: `https://arxiv.org/abs/${identified.id}`,
    title,
    ...(abstract !== undefined && { abstract }),
    tex: { title: texTitle, ...(texAbstract !== undefined && { abstract: texAbstract }) },
    authors: childrenOf(entry, [atom, 'author']).flatMap((author) => readAuthor(author) ?? []),
    ...(primaryCategory !== undefined && { primaryCategory }),
    ...subjects,
    reportNumbers: [],
    ...(submittedAt !== undefined && { submittedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    history: [],
    ...(comment !== undefined && { comment }),
    ...(journalRef !== undefined && { journalRef }),
    dois: readDois(
      childrenOf(entry, [arxiv, 'doi'])
        .map(({ text }) => text)
        .join(' '),
    ),
    ...(saysWithdrawn(comment, abstract) && { withdrawn: true }),
    from: {},
  }
}

function readAuthor(author: Element): Author | undefined {
  const name = oneLine(texToText(textOf(author, [atom, 'name']) ?? ''))
  if (name === undefined || !/\p{L}/u.test(name)) return undefined
  const affiliations = childrenOf(author, [arxiv, 'affiliation']).flatMap(
    ({ text }) => oneLine(texToText(text)) ?? [],
  )
  return { name, affiliations }
}

function readDate(
  entry: Element,
  name: 'published' | 'updated',
  warn: (warning: Warning) => void,
): string | undefined {
  const text = textOf(entry, [atom, name])
  const date = parseTimestamp(text ?? '')
  if (text !== undefined && date === undefined) {
    warn({ code: 'unreadable-date', message: `"${text.slice(0, 60)}" is no date.`, path: name })
  }
  return date?.at
}

function readSubjects(
  entry: Element,
  warn: (warning: Warning) => void,
): Pick<Paper, 'primaryCategory' | 'categories' | 'mscClasses' | 'acmClasses'> {
  const terms = childrenOf(entry, [atom, 'category']).flatMap(
    ({ attributes }) => present(attributes.get('term')) ?? [],
  )
  const { unknown, categories, ...classes } = sortSubjects(terms)
  for (const term of unknown) {
    warn({
      code: 'unknown-category',
      message: `"${term.slice(0, 60)}" is no category of arXiv.`,
      path: 'categories',
    })
  }
  const primaryCategory = firstValid(
    'primaryCategory',
    [
      {
        place: 'primary_category',
        read: () => present(childOf(entry, [arxiv, 'primary_category'])?.attributes.get('term')),
      },
      { place: 'category', read: () => categories[0] },
    ],
    warn,
  )
  if (primaryCategory === undefined) return { categories, ...classes }
  return { primaryCategory, categories: [...new Set([primaryCategory, ...categories])], ...classes }
}
