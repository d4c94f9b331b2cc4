import { joinTexts } from './collapse.ts'
import { walk } from './dom.ts'
import { pathOf, repositoryOf } from './github-path.ts'
import type { PageRows } from './page-rows.ts'
import { type PageWarning, rowMissed } from './page-warnings.ts'
import { isNameText, readNameLink } from './read-repository.ts'
import { selectors } from './selectors.ts'

/**
 * Repositories that the page shows outside of the rows that were read: one row whose markup has changed
 * would else be missing from the list, and everything after it one place too high.
 */
export function missedRepositories(rows: PageRows): PageWarning[] {
  const headed = selectors.name.flatMap((selector) =>
    rows.findOutside(selector).flatMap((element) => {
      const id = readNameLink({ element })
      const isName = id !== undefined && isNameText(joinTexts(walk(element).texts), id)
      return isName ? [`${id.owner}/${id.name}`] : []
    }),
  )
  // A description may link to somebody else's.
  const starred = selectors.stars.flatMap((selector) =>
    rows.findOutside(`${selector}:not(p *)`).flatMap((element) => {
      const path = pathOf(element.attribs['href'])
      const id = path.length === 3 ? repositoryOf(path.slice(0, 2)) : undefined
      return id === undefined ? [] : [`${id.owner}/${id.name}`]
    }),
  )
  return [...new Set([...headed, ...starred])].map(rowMissed)
}
