/** A part of the page that `selectors` finds. */
export type Part =
  | 'row'
  | 'name'
  | 'description'
  | 'language'
  | 'stars'
  | 'forks'
  | 'starsGained'
  | 'builtBy'
  | 'empty'

/**
 * Where each part of the page has been found, newest markup first. The first that gives a valid
 * value wins; any but the first leaves the warning `late-selector`. Eras by the captures:
 * 2015 `li.repo-list-item` · 2016–2019 `ol.repo-list > li` · 2019–2022 `article` with `h1` ·
 * since 2023 `article` with `h2`.
 */
export const selectors: Readonly<Record<Part, readonly string[]>> = {
  row: ['article.Box-row', 'ol.repo-list > li', 'li.repo-list-item'],
  // The first link of a row is '/login?…' or '/sponsors/…', hence the heading.
  name: ['h2 a[href]', 'h1 a[href]', 'h3 a[href]', 'a[href$="/stargazers"]'],
  description: ['p.col-9', 'p.repo-list-description', 'p:not(.repo-list-meta)'],
  language: ['[itemprop="programmingLanguage"]', 'p.repo-list-meta'],
  stars: ['a[href$="/stargazers"]'],
  // '/network/members.<name>' was an address of 2020.
  forks: ['a[href$="/forks"]', 'a[href*="/network/members"]', 'a[href$="/network"]'],
  starsGained: [
    'span.float-sm-right',
    'span.float-right',
    'p.repo-list-meta',
    // Anywhere but in the description, which may say anything.
    ':not(p):not(p *)',
  ],
  builtBy: ['img.avatar[alt^="@"]', 'img[alt^="@"]'],
  empty: ['.blankslate', '[class*="blankslate"]', 'main', 'body'],
}
