import type { CheerioAPI } from 'cheerio/slim'
import { pathOf } from './github-path.ts'
import { languageSlug } from './language-slug.ts'

/** What the page's own address says it is: every page since 2017 has one. */
export interface Canonical {
  /** `undefined` for all languages. */
  language: string | undefined
}

/** Reads the canonical address, `https://github.com/trending/<language>`, which never has a period. */
export function readCanonical($: CheerioAPI): Canonical | undefined {
  const path = pathOf($('link[rel="canonical"]').first().attr('href'))
  if (path[0] !== 'trending') return undefined
  const rest = path[1] === 'developers' ? path.slice(2) : path.slice(1)
  if (rest.length > 1) return undefined
  return { language: rest[0] === undefined ? undefined : languageSlug(rest[0]) }
}
