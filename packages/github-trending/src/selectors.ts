/** A part of a page of repositories that `selectors` finds. */
export type RepositoryPart =
  | 'name'
  | 'description'
  | 'language'
  | 'languageColor'
  | 'stars'
  | 'forks'
  | 'starsGained'
  | 'builtBy'
  | 'sponsor'

/** A part of a page of developers that `developerSelectors` finds. */
export type DeveloperPart = 'login' | 'handle' | 'repository' | 'description'

/** What a late candidate is told of. */
export type Part = RepositoryPart | DeveloperPart | 'row' | 'empty'

/** The line of 2015, which held language, gain and contributors in one text. */
export const factsLine = 'p.repo-list-meta'

/**
 * Where each part of the page has been found, newest markup first. The first that gives a valid
 * value wins; any but the first leaves the warning `late-selector`. Eras by the captures:
 * 2015 `li.repo-list-item` · 2016–2019 `ol.repo-list > li` · 2019–2022 `article` with `h1` ·
 * since 2023 `article` with `h2`.
 */
export const selectors: Readonly<Record<RepositoryPart, readonly string[]>> = {
  // The first link of a row is '/login?…' or '/sponsors/…', hence the heading.
  name: ['h2 a[href]', 'h1 a[href]', 'h3 a[href]'],
  description: ['p.col-9', 'p.repo-list-description', 'p:not(.repo-list-meta)'],
  language: ['[itemprop="programmingLanguage"]', factsLine],
  languageColor: ['.repo-language-color'],
  stars: ['a[href$="/stargazers"]'],
  // '/network/members.<name>' was an address of 2020.
  forks: ['a[href$="/forks"]', 'a[href*="/network/members"]', 'a[href$="/network"]'],
  starsGained: [
    'span.float-sm-right',
    'span.float-right',
    factsLine,
    // Anywhere but in the description, which may say anything.
    ':is(span, div, b, strong):not(p *)',
  ],
  builtBy: ['img[alt^="@"]', 'a[href]'],
  sponsor: ['a[href^="/sponsors/"]'],
}

/** The same for trending developers: the markup of 2026, and that of 2015. */
export const developerSelectors: Readonly<Record<DeveloperPart, readonly string[]>> = {
  login: ['h1.h3 a[href]', 'h2.user-leaderboard-list-name a[href]', 'h1 a[href], h2 a[href]'],
  handle: ['p.f4 a[href]', 'p a[href]'],
  repository: ['h1.h4 a[href]', 'a.repo-snipit', 'h1 a[href], h2 a[href]'],
  description: ['article div.mt-1', '.repo-snipit-description'],
}

/** The rows of either page: the classes of each era, then what has one of the two newest marks only. */
export const rowSelectors = {
  repositories: [
    'article.Box-row',
    'ol.repo-list > li',
    'li.repo-list-item',
    '.Box-row',
    'article',
  ],
  developers: [
    'article.Box-row',
    'li.leaderboard-list-item',
    '.Box-row',
    'article:has(article), article:not(article article)',
  ],
} as const

/** Where GitHub says that nothing is trending. */
export const emptySelectors: readonly string[] = [
  '.blankslate',
  '[class*="blankslate"]',
  'main',
  'body',
]
