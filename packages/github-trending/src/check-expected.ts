import { SourceError } from '@inference-report/source'
import { languageSlug } from './language-slug.ts'
import type { OpenPage } from './open-page.ts'
import type { Period } from './trending.ts'

/** What was asked for, and when it came. What is absent is not checked. */
export interface Expected {
  /** Name or slug, e.g. `'C++'`, `'jupyter-notebook'`; `null` for the page of all languages. */
  language?: string | null | undefined
  /** e.g. `'daily'` */
  period?: Period | undefined
  /** Where the page came from; only told in errors. */
  url?: string | undefined
  /** ISO 8601 UTC: when the page was received. Kept in the record as it is. */
  capturedAt?: string | undefined
}

/**
 * Throws `drift` where the page is another than the one asked for: GitHub answers an unknown language or
 * period with another page and status 200, whose rows would be taken for what they are not.
 */
export function checkExpected(
  { title, canonical }: Pick<OpenPage, 'title' | 'canonical'>,
  period: Period,
  expected: Expected,
): void {
  const mismatch = (expectation: string) =>
    new SourceError('drift', {
      source: 'github-trending',
      url: expected.url,
      expected: expectation,
      received: title.text,
    })
  if (expected.period !== undefined && expected.period !== period) {
    throw mismatch(`the ${expected.period} page`)
  }
  if (expected.language === undefined) return
  const asked = expected.language === null ? undefined : languageSlug(expected.language)
  // A title we cannot read proves nothing: then the page's own address must.
  const isTitled = title.subject !== undefined
  const titled = title.language === undefined ? undefined : languageSlug(title.language)
  if (asked !== (isTitled ? titled : canonical?.language)) {
    throw mismatch(`the page of ${asked === undefined ? 'all languages' : `the language ${asked}`}`)
  }
}
