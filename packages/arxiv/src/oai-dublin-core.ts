import { parseArxivId } from './arxiv-id.ts'
import { readTitle } from './build-paper.ts'
import { childrenOf, present, textOf } from './child-elements.ts'
import { readDois } from './dois.ts'
import { readAuthor, uninverted } from './names.ts'
import { dublinCore } from './namespaces.ts'
import type { OaiHeader } from './oai-answer.ts'
import type { OaiParts } from './oai-arxiv.ts'
import { readAcmClasses, readMscClasses } from './subject-classes.ts'
import { categoriesNamed, categoryOfSet } from './taxonomy.ts'
import { readDay } from './timestamp.ts'
import { saysWithdrawn } from './withdrawn.ts'
import type { Element } from './xml-element.ts'

/**
 * The format `oai_dc`. It names subjects in words, some of which two categories share; the sets of
 * the record's header say which one is meant.
 */
export function readDublinCore(metadata: Element, header: OaiHeader): OaiParts {
  const all = (name: string): string[] =>
    childrenOf(metadata, [dublinCore, name]).flatMap(({ text }) => present(text) ?? [])
  const identifiers = all('identifier')
  const [texAbstract, second] = all('description')
  const texComment = second?.replace(/^Comments?:\s*/, '')
  const days = all('date').flatMap((text) => readDay(text) ?? [])
  const rest = identifiers.filter((text) => !/^(?:https?:|doi:)/i.test(text))
  return {
    surface: 'oai-dc',
    identified:
      parseArxivId(header.identifier) ??
      identifiers.flatMap((text) => (/^https?:/i.test(text) ? (parseArxivId(text) ?? []) : []))[0],
    title: readTitle(textOf(metadata, [dublinCore, 'title'])),
    texAbstract,
    authors: all('creator').flatMap((name) => readAuthor(uninverted(name)) ?? []),
    subjects: readSubjectNames(all('subject'), header.sets),
    submittedOn: days[0],
    updatedOn: days.at(-1),
    texComment,
    texJournalRef: rest[0],
    dois: readDois(identifiers.filter((text) => /^doi:/i.test(text)).join(' ')),
    license: all('rights').find((text) => /^https?:/i.test(text)),
    ...(saysWithdrawn(texComment, texAbstract) && { withdrawn: true }),
  }
}

function readSubjectNames(names: readonly string[], sets: readonly string[]): OaiParts['subjects'] {
  const inSets = sets.flatMap((set) => categoryOfSet(set) ?? [])
  const categories = names.flatMap((name) => {
    const named = categoriesNamed(name)
    return named.find((id) => inSets.includes(id)) ?? named[0] ?? []
  })
  const others = names.filter((name) => categoriesNamed(name).length === 0)
  return {
    categories: [...new Set(categories)],
    mscClasses: others.flatMap((name) =>
      readAcmClasses(name).length > 0 ? [] : readMscClasses(name),
    ),
    acmClasses: others.flatMap(readAcmClasses),
  }
}
