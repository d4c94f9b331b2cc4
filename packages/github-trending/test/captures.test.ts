import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  parseLanguages,
  parseTrending,
  parseTrendingDevelopers,
  trendingLanguages,
} from '../src/index.ts'
import { languageSlug } from '../src/language-slug.ts'
import { trendingDevelopersSchema, trendingSchema } from '../src/schema.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const folder = `${captures}/trending`
const skipped = existsSync(folder) ? '' : ' (skipped: no captures)'

interface Capture {
  file: string
  /** Begins the hash of the repositories as JSON: every value of every row, once checked against another reading. */
  sha256: string
  /** Rows, and how many of them say description, language, stars, forks and contributors. */
  counts: [number, number, number, number, number, number]
  period?: string
  language?: string
  /** Parts found at a place outdated today. */
  late?: string[]
}

const era2019 = ['forks', 'name']
const pages: Capture[] = [
  {
    file: 'go-trending-2015-09-10',
    sha256: '82ada7c72260236c',
    counts: [3, 3, 3, 0, 0, 3],
    late: ['description', 'language', 'name', 'row', 'starsGained'],
  },
  {
    file: 'go-trending-2017-07-02',
    sha256: 'b6c6a28f49d0cb4e',
    counts: [2, 2, 2, 2, 2, 2],
    late: ['forks', 'name', 'row', 'starsGained'],
  },
  {
    file: 'go-trending-2018-11-03',
    sha256: 'b6c6a28f49d0cb4e',
    counts: [2, 2, 2, 2, 2, 2],
    late: ['forks', 'name', 'row', 'starsGained'],
  },
  {
    file: 'go-trending-2019-05-11',
    sha256: '85c726309d40deaf',
    counts: [25, 23, 22, 25, 25, 25],
    late: ['forks', 'name', 'row'],
  },
  {
    file: 'ghtrendingrss-2019-07-05',
    sha256: '0c1850205c657897',
    counts: [25, 25, 22, 25, 25, 24],
    late: era2019,
  },
  {
    file: 'ghtrendingrss-2020-02-08',
    sha256: '7bb5d426b1e457d4',
    counts: [25, 25, 21, 25, 25, 25],
    late: era2019,
  },
  {
    file: 'ghtrendingrss-2020-02-08-swift',
    sha256: 'c4149d2474d9b517',
    counts: [25, 25, 25, 25, 23, 25],
    language: 'Swift',
    late: era2019,
  },
  {
    file: 'ghtrendingrss-2020-05-10',
    sha256: '4d64e699c0beaa30',
    counts: [25, 23, 19, 25, 25, 25],
    late: era2019,
  },
  {
    file: 'ghtrendingrss-2020-05-10-swift',
    sha256: 'aae0bae253d883c4',
    counts: [25, 25, 25, 25, 25, 25],
    language: 'Swift',
    late: era2019,
  },
  {
    file: 'ghtrendingrss-2020-11-01',
    sha256: '524bbb62b7aba46b',
    counts: [25, 24, 19, 25, 25, 25],
    late: era2019,
  },
  {
    file: 'ghtrendingrss-2023-04-15-swift',
    sha256: '4ef93e4c371c1bb8',
    counts: [25, 25, 25, 25, 25, 25],
    language: 'Swift',
  },
  { file: 'go-trending-2023-05-18', sha256: '5fd8d70bf1cf1a83', counts: [25, 24, 22, 25, 25, 25] },
  {
    file: 'ghtrendingrss-2024-04-21',
    sha256: '2b4e14e56d2e99d4',
    counts: [25, 24, 24, 25, 25, 25],
  },
  {
    file: 'ghtrendingrss-2024-04-21-swift',
    sha256: 'd9815f2b23f34d42',
    counts: [25, 25, 25, 25, 25, 25],
    language: 'Swift',
  },
  {
    file: 'GGGODLIN-2026-04-26-daily',
    sha256: 'a74ec0e1a4fcfae1',
    counts: [20, 19, 20, 20, 20, 20],
    language: 'Python',
  },
  {
    file: 'host452b-2026-05-13-trending_daily',
    sha256: 'a0939078dca13926',
    counts: [11, 11, 11, 11, 11, 11],
  },
  {
    file: 'host452b-2026-05-13-trending_monthly',
    sha256: 'f0ba8281d255551b',
    counts: [17, 16, 16, 17, 17, 17],
    period: 'monthly',
  },
]

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}

function read(file: string) {
  return parseTrending(readFileSync(`${folder}/${file}.html`, 'utf8'))
}

// Half a megabyte each.
describe.skipIf(skipped !== '')(`captured pages${skipped}`, { timeout: 60_000 }, () => {
  test.for(pages)('$file', ({ file, sha256, counts, period = 'daily', language, late = [] }) => {
    const trending = read(file)
    const { repositories } = trending
    const having = (key: keyof (typeof repositories)[number]) =>
      repositories.filter((repository) => repository[key] !== undefined).length
    expect([trending.period, trending.language]).toEqual([period, language])
    expect([
      repositories.length,
      having('description'),
      having('language'),
      having('stars'),
      having('forks'),
      repositories.filter(({ builtBy }) => builtBy.length > 0).length,
    ]).toEqual(counts)
    expect(having('starsGained')).toBe(repositories.length)
    expect(hashOf(repositories)).toBe(sha256)
    expect(repositories.map(({ rank }) => rank)).toEqual(repositories.map((_, index) => index + 1))
    expect(trending.warnings.map(({ path }) => path).sort()).toEqual(late)
    expect(trendingSchema.parse(trending)).toEqual(trending)
  })

  // Checked by hand against the pages: rank, id, language, stars, forks, gained, contributors.
  test.for([
    [
      'go-trending-2015-09-10',
      1,
      'gloomyson/StarCraft',
      'JavaScript',
      undefined,
      undefined,
      1624,
      1,
    ],
    ['go-trending-2017-07-02', 1, 'campoy/go-tooling-workshop', 'Go', 553, 25, 164, 1],
    ['ghtrendingrss-2019-07-05', 1, 'open-deepnude/open-deepnude', 'Python', 611, 340, 298, 0],
    ['ghtrendingrss-2019-07-05', 2, 'diasurgical/devilutionX', 'C++', 1046, 117, 145, 5],
    ['host452b-2026-05-13-trending_daily', 1, 'tinyhumansai/openhuman', 'Rust', 3342, 310, 1014, 5],
  ] as const)('%s, row %i', ([file, rank, id, language, stars, forks, starsGained, builders]) => {
    const repository = read(file).repositories[rank - 1]
    expect(repository).toMatchObject({
      rank,
      url: `https://github.com/${id}`,
      language,
      starsGained,
    })
    expect([repository?.stars, repository?.forks]).toEqual([stars, forks])
    expect(repository?.builtBy).toHaveLength(builders)
  })

  test.for(['go-trending-2015-09-10-developers', 'ghtrendingrss-2026-08-05-developers'])(
    '%s is no page of repositories',
    (file) => {
      expect(() => read(file)).toThrow(expect.objectContaining({ code: 'drift' }))
    },
  )

  test('empty pages as peers imagine them are empty lists', () => {
    for (const file of ['ryo-manba-empty', 'davediv-trending-empty']) {
      expect(read(`synthetic/${file}`).repositories).toEqual([])
    }
  })

  test('all pages together have this many rows, all of them named', () => {
    const rows = pages.flatMap(({ file }) => read(file).repositories)
    expect(rows).toHaveLength(330)
    expect(rows.filter(({ forks }) => forks === undefined)).toHaveLength(5)
    expect(rows.filter(({ languageColor }) => languageColor !== undefined)).toHaveLength(300)
    expect(rows.filter(({ sponsor }) => sponsor !== undefined)).toHaveLength(22)
  })

  test.for([
    ['ghtrendingrss-2026-08-05-developers', 'a25845276b0547d8', [25, 24, 22, 22, 2, 1], 0],
    ['go-trending-2015-09-10-developers', 'ef9277dcd2e4957c', [2, 2, 2, 2, 0, 0], 4],
  ] as const)('%s', ([file, sha256, counts, late]) => {
    const page = parseTrendingDevelopers(readFileSync(`${folder}/${file}.html`, 'utf8'))
    const { developers } = page
    expect([
      developers.length,
      developers.filter(({ name }) => name !== undefined).length,
      developers.filter(({ repository }) => repository !== undefined).length,
      developers.filter(({ repository }) => repository?.description !== undefined).length,
      developers.filter(({ company }) => company !== undefined).length,
      developers.filter(({ joinedOn }) => joinedOn !== undefined).length,
    ]).toEqual(counts)
    expect(developers.map(({ rank }) => rank)).toEqual(developers.map((_, index) => index + 1))
    expect(hashOf(developers)).toBe(sha256)
    expect(page.warnings.map(({ code }) => code)).toEqual(Array(late).fill('late-selector'))
    expect(trendingDevelopersSchema.parse(page)).toEqual(page)
  })

  // Checked by hand against the page: rank, login, name, repository, company, day of joining.
  test.for([
    [1, 'Astro-Han', 'AstroHan', 'karpathy-llm-wiki', undefined, undefined],
    [10, 'emontnemery', 'Erik Montnemery', undefined, undefined, '2015-09-14'],
    [15, 'bradfitz', 'Brad Fitzpatrick', undefined, 'Tailscale', undefined],
    [19, 'yhirose', undefined, 'cpp-httplib', undefined, undefined],
  ] as const)('developers of 2026-08-05, row %i', ([rank, login, name, own, company, joinedOn]) => {
    const file = 'ghtrendingrss-2026-08-05-developers'
    const { developers } = parseTrendingDevelopers(readFileSync(`${folder}/${file}.html`, 'utf8'))
    const developer = developers[rank - 1]
    expect([developer?.login, developer?.name, developer?.repository?.name]).toEqual([
      login,
      name,
      own,
    ])
    expect([developer?.company, developer?.joinedOn]).toEqual([company, joinedOn])
  })

  test('our copy of the menu of languages is that of the latest page, and each slug is made of its name', () => {
    const menu = (file: string) => parseLanguages(readFileSync(`${folder}/${file}.html`, 'utf8'))
    const latest = menu('ghtrendingrss-2026-08-05-developers')
    expect(latest).toEqual(trendingLanguages)
    expect(latest.filter(({ slug, name }) => slug !== languageSlug(name))).toEqual([])
    // A page of one language has the same menu, although its own entry leads elsewhere.
    expect(menu('host452b-2026-05-13-trending_daily')).toHaveLength(804)
    expect(menu('GGGODLIN-2026-04-26-daily')).toHaveLength(804)
    expect(menu('ghtrendingrss-2024-04-21-swift')).toHaveLength(719)
    expect(menu('go-trending-2019-05-11')).toHaveLength(504)
  })
})
