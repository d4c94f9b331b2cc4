import type { CheerioAPI } from 'cheerio/slim'
import { languageSlug } from './language-slug.ts'
import { trendingLanguages } from './languages.ts'
import { readMenu } from './parse-languages.ts'

const listed: ReadonlySet<string> = new Set(trendingLanguages.map(({ slug }) => slug))

/**
 * Whether a name is in the menu of languages. The page's own is only looked at for what our copy lacks:
 * GitHub adds languages each month, and old pages have names it has given up.
 */
export function languageCheck($: CheerioAPI): (name: string) => boolean {
  let own: ReadonlySet<string> | undefined
  return (name) => {
    const slug = languageSlug(name)
    if (listed.has(slug)) return true
    own ??= new Set(readMenu($).map((language) => language.slug))
    return own.has(slug)
  }
}
