import { load } from 'cheerio/slim'

/**
 * What a reader of a captured page needs of it: title, address and a few rows, without what icons are
 * drawn by. Of a page of half a megabyte some thousand mutations would take an hour.
 */
export function reducePage(html: string, rows: number): string {
  const $ = load(html)
  $('svg').empty()
  const title = $('title')
    .toArray()
    .map((node) => $(node).text())
    .find((text) => text.startsWith('Trending'))
  const canonical = $.html($('link[rel="canonical"]'))
  const found = $('article.Box-row, ol.repo-list > li, li.leaderboard-list-item').slice(0, rows)
  const list = found.toArray().map((node) => $.html(node))
  const isList = found.first().is('li')
  const body = isList ? `<ol class="repo-list">${list.join('\n')}</ol>` : list.join('\n')
  return `<html><head><title>${title ?? ''}</title>${canonical}</head><body>${body}</body></html>`
}
