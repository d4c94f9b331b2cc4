import { languageSlug } from './language-slug.ts'
import { type Language, trendingLanguages } from './languages.ts'
import { nearLanguages } from './near-languages.ts'

const base = 'https://github.com/trending'

export interface TrendingUrlOptions {
  /** Which languages there are; by default those GitHub's menu had when this package was made. */
  languages?: readonly Language[] | undefined
}

/**
 * The daily page of all languages, or of one: `trendingUrl('C++')` is
 * `https://github.com/trending/c%2B%2B`. There is no way to ask for a week or a month, because
 * robots.txt of github.com disallows every address with `since=`.
 *
 * @throws TypeError for what is no language; GitHub would answer with a page that is always empty. The
 * message names languages like it.
 */
export function trendingUrl(
  language?: string | undefined,
  options: TrendingUrlOptions = {},
): string {
  return addressOf(base, language, options)
}

/** The daily page of trending developers, of all languages or of one. Throws as `trendingUrl`. */
export function trendingDevelopersUrl(
  language?: string | undefined,
  options: TrendingUrlOptions = {},
): string {
  return addressOf(`${base}/developers`, language, options)
}

function addressOf(
  start: string,
  language: string | undefined,
  { languages = trendingLanguages }: TrendingUrlOptions,
): string {
  if (language === undefined) return start
  const slug = languageSlug(language)
  if (!languages.some((known) => known.slug === slug) || !isSegment(slug)) {
    const near = nearLanguages(slug, languages)
    const hint = near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`
    throw new TypeError(`Not a language of GitHub Trending: ${JSON.stringify(language)}${hint}`)
  }
  return `${start}/${encodeURIComponent(slug)}`
}

/** Also a list of the caller's own must not lead to another page. */
function isSegment(slug: string): boolean {
  return !/^\.{0,2}$|[/?\\]|since=/.test(slug) && slug !== 'developers'
}
