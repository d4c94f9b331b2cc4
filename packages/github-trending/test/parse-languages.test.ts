import { expect, test } from 'vitest'
import { parseLanguages, trendingUrl } from '../src/index.ts'
import { fixture } from './fixture.ts'

/** A menu as today's pages have it, of made-up languages, the last one of the page itself. */
function menu(count: number): string {
  const entries = Array.from(
    { length: count - 1 },
    (_, index) =>
      `<a role="menuitemradio" href="/trending/tongue-${index}%2B?since=daily"><span> Tongue ${index}+ </span></a>`,
  )
  return `<a aria-checked="false" href="/trending?since=daily">Clear language</a>
    <a aria-checked="true" href="/trending?since=daily" class="selected">Own Tongue</a>${entries.join('')}
    <a href="/trending/own-tongue?since=weekly">This week</a>`
}

test('reads the menu of a page, its own language included', () => {
  const languages = parseLanguages(`<div id="languages-menuitems">${menu(120)}</div>`)
  expect(languages).toHaveLength(120)
  expect(languages.slice(0, 2)).toEqual([
    { slug: 'own-tongue', name: 'Own Tongue' },
    { slug: 'tongue-0+', name: 'Tongue 0+' },
  ])
  expect(trendingUrl('Tongue 7+', { languages })).toBe('https://github.com/trending/tongue-7%2B')
})

test('reads the menu elsewhere, where its mark is gone, but takes no few links for it', () => {
  expect(parseLanguages(`<div>${menu(120)}</div>`)).toHaveLength(119)
  for (const html of [`<div id="languages-menuitems">${menu(20)}</div>`, fixture('today')]) {
    expect(() => parseLanguages(html)).toThrow(expect.objectContaining({ code: 'drift' }))
  }
})
