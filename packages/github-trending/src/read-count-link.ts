import { cutText } from '@inference-report/source'
import type { DomElement } from './dom.ts'
import { isSameName, pathOf, type RepositoryId } from './github-path.ts'
import { readCount } from './read-numbers.ts'
import { type RowReader, readPart, tell } from './row-reader.ts'
import { factsLine, selectors } from './selectors.ts'

/**
 * The number in the link to a repository's stargazers or forks. Descriptions may hold links to other
 * repositories' stargazers, hence the address must be the repository's own; and where the link's icon
 * says that it is the other number, neither is believed.
 */
export function readCountLink(
  reader: RowReader,
  part: 'stars' | 'forks',
  { owner, name }: RepositoryId,
): number | undefined {
  const label = readPart(reader, part, selectors[part], ({ element, text }) => {
    const path = pathOf(element.attribs['href'])
    const isOwn = isSameName(path[0], owner) && isSameName(path[1], name) && path.length > 2
    return isOwn && (iconOf(element) ?? part) === part ? text : undefined
  })
  if (label === undefined) {
    // Every row has a number of stars, but that of 2015; one without forks shows none of those.
    if (part === 'stars' && reader.page.find(reader.row, factsLine).length === 0) {
      tell(reader, 'number-unreadable', part, 'no number of stars.')
    }
    return undefined
  }
  const count = readCount(label)
  if (count === undefined) {
    const text = JSON.stringify(cutText(label, 40))
    tell(reader, 'number-unreadable', part, `${text} is not a number of ${part}.`)
  }
  return count
}

/** What the link's icon stands for, by its label or its class: every page since 2016 has one. */
function iconOf(link: DomElement): 'stars' | 'forks' | undefined {
  for (const child of link.children) {
    if (!('attribs' in child)) continue
    const mark = `${child.attribs['aria-label'] ?? ''} ${child.attribs['class'] ?? ''}`
    if (/\b(?:repo-)?fork(?:ed)?\b/i.test(mark)) return 'forks'
    if (/\bstar\b/i.test(mark)) return 'stars'
  }
  return undefined
}
