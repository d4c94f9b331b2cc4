import type { Warning } from '@inference-report/source'
import type { PageTitle } from './page-title.ts'
import { rowPath } from './read-repository.ts'
import type { Part } from './selectors.ts'

/** A row that could not be read at all. */
export function rowUnreadable(rank: number): Warning {
  const message = `Row ${rank} names no repository and was left out.`
  return { code: 'row-unreadable', message, path: rowPath(rank) }
}

/** A title that is not GitHub's usual one. */
export function titleUnreadable(title: PageTitle): Warning {
  const message = `The title ${JSON.stringify(title.text)} does not say language and period.`
  return { code: 'title-unreadable', message, path: 'title' }
}

/** A part that was found, but no longer where today's pages have it. */
export function lateSelector(part: Part, selector: string): Warning {
  const message = `An outdated place of ${part} was read: ${selector}.`
  return { code: 'late-selector', message, path: part }
}
