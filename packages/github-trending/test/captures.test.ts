import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseTrending } from '../src/index.ts'
import { trendingSchema } from '../src/schema.ts'
import { languageSlug } from '../src/trending-url.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const folder = `${captures}/trending`
const skipped = existsSync(folder) ? '' : ' (skipped: no captures)'

interface Capture {
  file: string
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
    counts: [3, 3, 3, 0, 0, 3],
    late: ['description', 'language', 'name', 'row', 'starsGained'],
  },
  {
    file: 'go-trending-2017-07-02',
    counts: [2, 2, 2, 2, 2, 2],
    late: ['forks', 'name', 'row', 'starsGained'],
  },
  {
    file: 'go-trending-2018-11-03',
    counts: [2, 2, 2, 2, 2, 2],
    late: ['forks', 'name', 'row', 'starsGained'],
  },
  {
    file: 'go-trending-2019-05-11',
    counts: [25, 23, 22, 25, 25, 25],
    late: ['forks', 'name', 'row'],
  },
  { file: 'ghtrendingrss-2019-07-05', counts: [25, 25, 22, 25, 25, 24], late: era2019 },
  { file: 'ghtrendingrss-2020-02-08', counts: [25, 25, 21, 25, 25, 25], late: era2019 },
  {
    file: 'ghtrendingrss-2020-02-08-swift',
    counts: [25, 25, 25, 25, 23, 25],
    language: 'Swift',
    late: era2019,
  },
  { file: 'ghtrendingrss-2020-05-10', counts: [25, 23, 19, 25, 25, 25], late: era2019 },
  {
    file: 'ghtrendingrss-2020-05-10-swift',
    counts: [25, 25, 25, 25, 25, 25],
    language: 'Swift',
    late: era2019,
  },
  { file: 'ghtrendingrss-2020-11-01', counts: [25, 24, 19, 25, 25, 25], late: era2019 },
  { file: 'ghtrendingrss-2023-04-15-swift', counts: [25, 25, 25, 25, 25, 25], language: 'Swift' },
  { file: 'go-trending-2023-05-18', counts: [25, 24, 22, 25, 25, 25] },
  { file: 'ghtrendingrss-2024-04-21', counts: [25, 24, 24, 25, 25, 25] },
  { file: 'ghtrendingrss-2024-04-21-swift', counts: [25, 25, 25, 25, 25, 25], language: 'Swift' },
  { file: 'GGGODLIN-2026-04-26-daily', counts: [20, 19, 20, 20, 20, 20], language: 'Python' },
  { file: 'host452b-2026-05-13-trending_daily', counts: [11, 11, 11, 11, 11, 11] },
  {
    file: 'host452b-2026-05-13-trending_monthly',
    counts: [17, 16, 16, 17, 17, 17],
    period: 'monthly',
  },
]

function read(file: string) {
  return parseTrending(readFileSync(`${folder}/${file}.html`, 'utf8'))
}

describe.skipIf(skipped !== '')(`captured pages${skipped}`, () => {
  test.for(pages)('$file', ({ file, counts, period = 'daily', language, late = [] }) => {
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

  test('every language of GitHub’s own menu has the slug we make of its name', () => {
    const html = readFileSync(`${folder}/host452b-2026-05-13-trending_daily.html`, 'utf8')
    const entries = [...html.matchAll(/href="\/trending\/([^"/?]+)\?[^>]*>\s*<span[^>]*>([^<]+)</g)]
    expect(entries.length).toBeGreaterThan(700)
    const odd = entries.flatMap(([, slug = '', label = '']) => {
      const [path, name] = [slug, label.trim()].map((text) => text.replaceAll('&#39;', "'"))
      return decodeURIComponent(path ?? '') === languageSlug(name ?? '') ? [] : path
    })
    expect(odd).toEqual(['unknown'])
  })
})
