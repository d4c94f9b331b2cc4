import { SourceError } from '@inference-report/source'
import type { CheerioAPI } from 'cheerio/slim'
import { collapse } from './collapse.ts'
import { pathOf } from './github-path.ts'
import { languageSlug } from './language-slug.ts'
import type { Language } from './languages.ts'
import { loadPage } from './load-page.ts'

/** Where the menu has been, newest markup first. */
const menus = [
  '#languages-menuitems a[href]',
  '[data-filterable-for="text-filter-field-language"] a[href]',
  'a[href*="/trending/"]',
] as const

/** Fewer entries than this are some other list; the menu of 2019 had 500. */
const fewest = 100

/**
 * The menu of languages that every Trending page carries, in its order: what `trendingUrl` takes in
 * place of its own list.
 *
 * @throws SourceError `drift` where there is no such menu, `too-large` as `parseTrending`.
 */
export function parseLanguages(html: string): Language[] {
  const $ = loadPage(html.toWellFormed(), undefined)
  const languages = readMenu($)
  if (languages.length > 0) return languages
  throw new SourceError('drift', {
    source: 'github-trending',
    expected: `a menu of at least ${fewest} languages`,
    received: collapse($('title').first().text()),
  })
}

/** The menu's entries; none where there is no menu. */
export function readMenu($: CheerioAPI): Language[] {
  for (const [position, selector] of menus.entries()) {
    const names = new Map<string, string>()
    for (const node of $(selector).toArray()) {
      const [root, ...others] = pathOf($(node).attr('href'))
      const rest = others[0] === 'developers' ? others.slice(1) : others
      const name = collapse($(node).text())
      // Links of a period lead to the page's own language. In the menu, the entry of that language leads
      // to all languages: it is selected, and choosing it again gives it up.
      const isSelected = position < 2 && $(node).attr('aria-checked') === 'true'
      const slug = languageSlug(rest[0] ?? (isSelected ? name : ''))
      if (root !== 'trending' || rest.length > 1 || slug === '') continue
      if (slug === languageSlug(name) && !names.has(slug)) names.set(slug, name)
    }
    if (names.size >= fewest) return [...names].map(([slug, name]) => ({ slug, name }))
  }
  return []
}
