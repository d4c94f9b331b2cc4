import { isDeepHtml, SourceError } from '@inference-report/source'
import { type CheerioAPI, load } from 'cheerio/slim'

/** The largest page seen has 850 000 characters, 9 812 tags and fewer than 60 levels, below one `<html>`. */
const limits = { characters: 8 * 1024 * 1024, tags: 40_000, roots: 1000, levels: 256 } as const

/**
 * The page as a tree. Building and searching a tree take time that grows with the square of
 * its depth, and of the number of its roots, so a page far beyond anything GitHub sends is refused before it costs anything.
 */
export function loadPage(html: string, url: string | undefined): CheerioAPI {
  if (html.length > limits.characters) throw tooLarge('characters', html.length, url)
  const tags = countTags(html)
  if (tags > limits.tags) throw tooLarge('tags', tags, url)
  if (isDeepHtml(html, limits.levels)) throw tooLarge('levels', 'more', url)
  const $ = load(html)
  const roots = $.root().contents().length
  if (roots > limits.roots) throw tooLarge('roots', roots, url)
  const levels = levelsOf($)
  if (levels > limits.levels) throw tooLarge('levels', levels, url)
  return $
}

function countTags(html: string): number {
  let count = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) count++
  return count
}

function levelsOf($: CheerioAPI): number {
  let depth = 0
  let level = $.root().contents().toArray()
  while (level.length > 0) {
    depth++
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return depth
}

function tooLarge(what: keyof typeof limits, received: number | string, url: string | undefined) {
  return new SourceError('too-large', {
    source: 'github-trending',
    url,
    expected: `a page with at most ${limits[what]} ${what}`,
    received,
  })
}
