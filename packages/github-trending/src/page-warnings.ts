import type { Canonical } from './canonical.ts'
import { languageSlug } from './language-slug.ts'
import type { PageTitle } from './page-title.ts'
import { rowPath } from './row-reader.ts'
import type { Part } from './selectors.ts'

/** A warning about the page as a whole, as `Defects.add` takes it. */
export type PageWarning = [code: string, message: string, path: string | undefined]

/** A row that could not be read at all. */
export function rowUnreadable(rank: number, subject: string): PageWarning {
  return ['row-unreadable', `Row ${rank} names no ${subject} and was left out.`, rowPath(rank)]
}

/** A title that is not GitHub's usual one. */
export function titleUnreadable(title: PageTitle): PageWarning {
  const message = `The title ${JSON.stringify(title.text)} does not say language and period.`
  return ['title-unreadable', message, 'title']
}

/** A page whose title and address name two languages, as far as both do. */
export function disputedLanguage(
  title: PageTitle,
  canonical: Canonical | undefined,
): PageWarning | undefined {
  if (title.subject === undefined || canonical === undefined) return undefined
  const shown = title.language === undefined ? undefined : languageSlug(title.language)
  if (shown === canonical.language) return undefined
  const name = (slug: string | undefined) => slug ?? 'all languages'
  const message = `The title is of ${name(shown)}, the page's own address of ${name(canonical.language)}.`
  return ['language-disputed', message, 'language']
}

/** A part that was found, but no longer where today's pages have it. */
export function lateSelector(part: Part, selector: string): PageWarning {
  return ['late-selector', `An outdated place of ${part} was read: ${selector}.`, part]
}

/** Rows within rows, which only broken markup has. */
export function nestedRows(): PageWarning {
  return ['rows-nested', 'Rows lie within rows; each was read without the others.', undefined]
}

/** A repository or developer that the page shows outside of what was read as rows. */
export function rowMissed(what: string): PageWarning {
  return ['row-missed', `${what} stands outside of the rows: they are not all of the list.`, 'rows']
}

/** An empty page that says no period. */
export function periodAssumed(): PageWarning {
  const message =
    'The page does not say its period; daily was assumed, as GitHub shows unless asked.'
  return ['period-assumed', message, 'period']
}
