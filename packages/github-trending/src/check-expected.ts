import { SourceError } from '@inference-report/source'
import type { CheerioAPI } from 'cheerio/slim'
import type { PageTitle } from './page-title.ts'
import { parseUrl } from './parse-url.ts'
import type { Period } from './trending.ts'
import { languageSlug } from './trending-url.ts'

/** What was asked for. What is absent is not checked. */
export interface Expected {
  /** Name or slug, e.g. `'C++'`, `'jupyter-notebook'`; `null` for the page of all languages. */
  language?: string | null | undefined
  /** e.g. `'daily'` */
  period?: Period | undefined
  /** Where the page came from; only told in errors. */
  url?: string | undefined
}

/** Throws `drift` where the page is another than the one asked for. */
export function checkExpected(
  $: CheerioAPI,
  title: PageTitle,
  period: Period,
  expected: Expected,
): void {
  if (expected.period !== undefined && expected.period !== period) {
    throw mismatch(`the ${expected.period} page`, title, expected)
  }
  if (expected.language === undefined) return
  const asked = expected.language === null ? undefined : languageSlug(expected.language)
  // A title we cannot read proves nothing: then the page's own address must.
  const shown = title.subject === undefined ? canonicalSlug($) : titleSlug(title)
  if (asked !== shown) {
    const page = asked === undefined ? 'all languages' : `the language ${asked}`
    throw mismatch(`the page of ${page}`, title, expected)
  }
}

function titleSlug({ language }: PageTitle): string | undefined {
  if (language === undefined) return undefined
  const slug = languageSlug(language)
  // The one entry of GitHub's menu whose slug is not made of its name.
  return slug === 'unknown-languages' ? 'unknown' : slug
}

function canonicalSlug($: CheerioAPI): string | undefined {
  const url = parseUrl($('link[rel="canonical"]').first().attr('href') ?? '')
  const slug = /^\/trending\/([^/]+)$/.exec(url?.pathname ?? '')?.[1]
  return slug === undefined ? undefined : languageSlug(slug)
}

function mismatch(expectation: string, title: PageTitle, expected: Expected): SourceError {
  return new SourceError('drift', {
    source: 'github-trending',
    url: expected.url,
    expected: expectation,
    received: title.text,
  })
}
