import {
  parseLanguages,
  parseTrending,
  parseTrendingDevelopers,
} from '@inference-report/github-trending'
import { trendingDevelopersSchema, trendingSchema } from '@inference-report/github-trending/schema'
import { captures, readCorpus, readFiles, readFixtures } from '../seed-files.ts'
import type { Suite } from '../suite.ts'
import { type Pools, textSuite } from '../text-suite.ts'

const dictionary = [
  ...[
    '<article class="Box-row">',
    '</article>',
    '<ol class="repo-list">',
    '<li class="repo-list-item">',
    '</li>',
  ],
  ...[
    '<h2><a href="/a/b">a / b</a></h2>',
    '<h1 class="h3">',
    '</h1>',
    '<a href="/x/y/stargazers">',
    '<a href="/x/y/forks">',
    '</a>',
  ],
  ...[
    '<p class="col-9">',
    '</p>',
    '<span itemprop="programmingLanguage">',
    '<span class="float-sm-right">',
    '</span>',
  ],
  ...[
    '1,234 stars today',
    '1 star this week',
    '•',
    'Built by',
    '<img class="avatar" alt="@',
    '<template>',
    '</template>',
    '<svg>',
    '</svg>',
  ],
  ...[
    '<title>Trending  repositories on GitHub today</title>',
    '<title>Trending Go developers on GitHub this week</title>',
  ],
  ...[
    '<link rel="canonical" href="https://github.com/trending/',
    '<div class="blankslate">',
    'don’t have any trending repositories',
  ],
  ...[
    'style="background-color: #',
    'href="/sponsors/',
    'id="pa-',
    '"',
    "'",
    '>',
    '<',
    '&amp;',
    '&#0;',
    '\ud800',
    '\u00a0',
    '%zz',
    '9'.repeat(30),
  ],
]

/** A captured page, of half a megabyte, without all but its title, its address and its first rows. */
function cutPage(page: Buffer): Buffer {
  const html = page.toString('utf8')
  const head = /<title>\s*Trending[^<]*<\/title>/.exec(html)?.[0] ?? ''
  const canonical = /<link rel="canonical"[^>]*>/.exec(html)?.[0] ?? ''
  const start = html.search(/<article class="Box-row|<ol class="(?:repo-list|user-leaderboard)/)
  const body = html
    .slice(Math.max(0, start))
    .split(/(?<=<\/article>|<\/li>)\s*(?=<article class="Box-row|<li)/)
  return Buffer.from(
    `<html><head>${head}${canonical}</head><body>${body.slice(0, 3).join('\n').slice(0, 60_000)}`,
  )
}

function readSeeds(corpus: string | undefined): Pools {
  if (corpus !== undefined) {
    const all = readCorpus(corpus)
    return { repositories: all, developers: all, menus: all }
  }
  const captured = (pattern: string) =>
    readFiles(`${captures}/trending`, pattern, 2_000_000).map(cutPage)
  const menu = Array.from(
    { length: 120 },
    (_, at) => `<a href="/trending/t${at}?since=daily"> T${at} </a>`,
  )
  return {
    repositories: [
      ...readFixtures('github-trending', '{today,signed-in,weekly,list,empty}*.html'),
      ...captured('*{daily,monthly,20??-??-??,swift}.html'),
    ],
    developers: [
      ...readFixtures('github-trending', 'developers*.html'),
      ...captured('*developers.html'),
    ],
    menus: [Buffer.from(`<div id="languages-menuitems">${menu.join('\n')}</div>`)],
  }
}

/** The readers of `@inference-report/github-trending`. */
export const trending: Suite = textSuite({
  name: 'trending',
  noun: 'Trending pages',
  dictionary,
  readSeeds,
  targets: {
    repositories: {
      weight: 6,
      seeds: 'repositories',
      call: (html) => parseTrending(html),
      schema: trendingSchema,
    },
    developers: {
      weight: 3,
      seeds: 'developers',
      call: (html) => parseTrendingDevelopers(html),
      schema: trendingDevelopersSchema,
    },
    languages: { weight: 1, seeds: 'menus', call: parseLanguages },
  },
})
