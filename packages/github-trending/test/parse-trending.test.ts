import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseTrending } from '../src/index.ts'
import { fixture } from './fixture.ts'

const today = fixture('today')

function codes(html: string): string[] {
  return parseTrending(html).warnings.map(({ code, path }) => `${code} ${path}`)
}

test('reads today’s markup without a warning', () => {
  expect(parseTrending(today)).toEqual({
    period: 'daily',
    repositories: [
      {
        rank: 1,
        owner: 'acme-labs',
        name: 'serve.it',
        url: 'https://github.com/acme-labs/serve.it',
        description: 'Serves models & 🚀 little else; see 9 fans. Got 5 stars today.',
        language: 'Jupyter Notebook',
        languageColor: '#dea584',
        stars: 112357,
        forks: 1310,
        starsGained: 1014,
        builtBy: ['ada', 'ci-bot'],
        sponsor: 'acme-labs',
      },
      {
        rank: 2,
        owner: 'ada',
        name: 'bare',
        url: 'https://github.com/ada/bare',
        stars: 7,
        starsGained: 1,
        builtBy: [],
      },
    ],
    warnings: [],
  })
})

test('what a row does not say has no key', () => {
  expect(Object.keys(parseTrending(today).repositories[1] ?? {}).sort()).toEqual([
    'builtBy',
    'name',
    'owner',
    'rank',
    'stars',
    'starsGained',
    'url',
  ])
})

test('reads the markup of 2020, and the page’s own language and week', () => {
  const trending = parseTrending(fixture('weekly-cpp-2020'))
  expect(trending).toMatchObject({
    period: 'weekly',
    language: 'C++',
    repositories: [
      { owner: 'acme', name: 'engine', language: 'C++', stars: 1046, forks: 117, starsGained: 145 },
    ],
  })
  expect(trending.warnings.map(({ path }) => path).sort()).toEqual(['forks', 'name'])
})

test('reads the list of 2017', () => {
  const trending = parseTrending(fixture('list-2017'))
  expect(trending.repositories).toMatchObject([
    { name: 'finder', description: 'Finds things', language: 'Go', stars: 553, forks: 25 },
  ])
  expect(trending.repositories[0]).toMatchObject({ starsGained: 164, builtBy: ['ada'] })
  expect(new Set(trending.warnings.map(({ code }) => code))).toEqual(new Set(['late-selector']))
})

test('reads the line of text of 2015', () => {
  const { repositories } = parseTrending(fixture('list-2015'))
  expect(repositories).toMatchObject([
    { name: 'game', description: 'A game', language: 'JavaScript', starsGained: 1624 },
    { name: 'notes', starsGained: 12, builtBy: ['bob'] },
  ])
  expect(repositories[0]).not.toHaveProperty('stars')
  expect(repositories[1]).not.toHaveProperty('language')
  expect(repositories[1]).not.toHaveProperty('description')
})

test('a signed-in reader’s page is the same list, without anything of the reader', () => {
  const trending = parseTrending(fixture('signed-in'), { language: 'swift', period: 'daily' })
  expect(trending).toEqual({
    period: 'daily',
    language: 'Swift',
    repositories: [
      {
        rank: 1,
        owner: 'bob',
        name: 'quick',
        url: 'https://github.com/bob/quick',
        description: 'Quick things.',
        language: 'Swift',
        languageColor: '#F05138',
        stars: 552,
        forks: 17,
        starsGained: 84,
        builtBy: ['bob'],
        sponsor: 'bob',
      },
    ],
    warnings: [],
  })
})

test('keeps the time it is told', () => {
  const capturedAt = '2026-11-23T08:00:00Z'
  expect(parseTrending(today, { capturedAt })).toMatchObject({ capturedAt, warnings: [] })
})

test('a title and an address of two languages are told', () => {
  const lost = fixture('signed-in').replace('Trending Swift', 'Trending ')
  expect(codes(lost)).toEqual(['language-disputed language'])
})

test('a row outside of the list is told: what comes after it would stand one place too high', () => {
  const html = today.replace('<article class="Box-row">', '<div>').replace('</article>', '</div>')
  expect(codes(html)).toEqual(['row-missed rows'])
  const none = html.replace('<article class="Box-row">', '<div>').replace('</article>', '</div>')
  expect(() => parseTrending(none)).toThrow(expect.objectContaining({ code: 'drift' }))
})

test('rows within rows, as a missing end makes them, are read each by itself', () => {
  const html = today.replace('</article>', '')
  expect(parseTrending(html).repositories).toEqual(parseTrending(today).repositories)
  expect(codes(html)).toEqual(['rows-nested undefined'])
})

test('rows are found by one of the two marks they have', () => {
  for (const html of [today.replaceAll('Box-row', 'Row'), today.replaceAll('article', 'section')]) {
    expect(parseTrending(html).repositories).toEqual(parseTrending(today).repositories)
    expect(codes(html)).toEqual(['late-selector row'])
  }
})

test('a name is told where its text and its link are two', () => {
  const html = today.replace('ada /</span> bare', 'eve /</span> bare')
  expect(codes(html)).toEqual(['name-disputed rows[rank=2].name'])
})

test('a number is not read from a link whose icon says it is another', () => {
  const html = today.replace('<svg aria-label="star"', '<svg aria-label="fork"')
  expect(parseTrending(html).repositories[0]).not.toHaveProperty('stars')
  expect(codes(html)).toContain('number-unreadable rows[rank=1].stars')
})

test('more stars gained than there are is told', () => {
  expect(codes(today.replace('1 star today', '9 stars today'))).toEqual([
    'number-disputed rows[rank=2].stars',
  ])
})

test('a colour that is none, a language without one, and one without a language are told', () => {
  const colored = (style: string) => today.replace('background-color: #dea584', style)
  expect(codes(colored('background-color: red'))).toEqual([
    'color-unreadable rows[rank=1].languageColor',
  ])
  expect(parseTrending(colored('background-color:#ccc;')).repositories[0]?.languageColor).toBe(
    '#ccc',
  )
  const mute = today.replace('Jupyter Notebook', '')
  expect(codes(mute)).toEqual(['language-unreadable rows[rank=1].language'])
})

test('a language that is in no menu is told, one that is in the page’s own is not', () => {
  const html = today.replace('Jupyter Notebook', 'Novel Tongue')
  expect(codes(html)).toEqual(['language-unlisted rows[rank=1].language'])
  const entries = Array.from(
    { length: 120 },
    (_, index) => `<a href="/trending/t${index}">T${index}</a>`,
  )
  const menu = `<div id="languages-menuitems">${entries.join('')}<a href="/trending/novel-tongue">Novel Tongue</a></div>`
  expect(codes(html.replace('<h1 class', `${menu}<h1 class`))).toEqual([])
})

test('contributors come from the links where pictures lose their names', () => {
  const nameless = today.replaceAll('alt="@', 'alt="')
  expect(parseTrending(nameless).repositories[0]?.builtBy).toEqual(['ada', 'ci-bot'])
  expect(codes(nameless)).toEqual(['late-selector builtBy'])
  const torn = today.replace('alt="@ada"', 'alt="@eve"')
  expect(parseTrending(torn).repositories[0]?.builtBy).toEqual(['ci-bot'])
  expect(codes(torn)).toEqual(['contributor-unreadable rows[rank=1].builtBy'])
  const nobody = today.replaceAll(/<a class="d-inline-block".*<\/a>/g, '')
  expect(codes(nobody)).toEqual(['contributor-unreadable rows[rank=1].builtBy'])
})

test('a sponsor button that leads nowhere is told', () => {
  expect(codes(today.replace('href="/sponsors/acme-labs"', 'href="/sponsors"'))).toEqual([
    'sponsor-unreadable rows[rank=1].sponsor',
  ])
})

test('text of a row that is no part is told, and a place that holds two parts is neither', () => {
  expect(codes(today.replace('Built by', 'Built by <b>new!</b>'))).toEqual([
    'text-unread rows[rank=1]',
  ])
  const wide = today
    .replace(
      '<div class="f6 color-fg-muted mt-2">',
      '<div class="f6" itemprop="programmingLanguage">',
    )
    .replace('<span itemprop="programmingLanguage">', '<span>')
  expect(parseTrending(wide).repositories[0]).not.toHaveProperty('language')
  expect(codes(wide)).toContain('text-unread rows[rank=1]')
})

test('an empty page that says so is an empty list', () => {
  expect(parseTrending(fixture('empty'))).toEqual({
    period: 'daily',
    repositories: [],
    warnings: [],
  })
  const straight = fixture('empty').replace('’', "'")
  expect(parseTrending(straight).repositories).toEqual([])
})

test('the words of an empty day count elsewhere too, with a warning', () => {
  const html = fixture('empty').replaceAll('blankslate', 'notice')
  expect(parseTrending(html).repositories).toEqual([])
  expect(codes(html)).toEqual(['late-selector empty'])
})

test('a gain at another place is found with a warning, one in a description is not', () => {
  const moved = today
    .replaceAll('float-sm-right', 'end')
    .replaceAll(/<span class="d-inline-block end">([\s\S]*?)<\/span>/g, '<b>$1</b>')
  expect(codes(moved)).toEqual(['late-selector starsGained'])
  expect(parseTrending(moved).repositories.map(({ starsGained }) => starsGained)).toEqual([1014, 1])
  const described = today
    .replace('1,014 stars today', '')
    .replace('little else', '<b>9 stars today</b>')
  expect(parseTrending(described).repositories[0]).not.toHaveProperty('starsGained')
})

test.for(['script', 'template', 'noscript'])('the words in a %s are not on the page', (name) => {
  const html = fixture('empty')
    .replace('<h3 class="blankslate-heading">', `<${name}>`)
    .replace('</h3>', `</${name}>`)
  expect(() => parseTrending(html)).toThrow(expect.objectContaining({ code: 'empty' }))
})

test('an empty page that does not say so is an error', () => {
  const other = fixture('empty').replace('any trending repositories', 'any stars')
  expect(() => parseTrending(other)).toThrow(expect.objectContaining({ code: 'empty' }))
})

test.for(['login', 'developers'])('the page %s is drift', (name) => {
  expect(() => parseTrending(fixture(name))).toThrow(expect.objectContaining({ code: 'drift' }))
})

test.for(['', 'Just a moment…', '{"a":1}', '<title>Error</title><article class="Box-row">'])(
  '%j is drift',
  (html) => {
    expect(() => parseTrending(html)).toThrow(expect.objectContaining({ code: 'drift' }))
  },
)

test('the language asked for must be the page’s', () => {
  const page = fixture('weekly-cpp-2020')
  for (const language of ['C++', 'c++', 'c%2B%2B', undefined]) {
    expect(parseTrending(page, { language }).repositories).toHaveLength(1)
  }
  for (const language of ['c', 'python', null]) {
    expect(() => parseTrending(page, { language })).toThrow(
      expect.objectContaining({ code: 'drift' }),
    )
  }
  expect(parseTrending(today, { language: null }).language).toBeUndefined()
  expect(() => parseTrending(today, { language: 'c++' })).toThrow('the language c++')
})

test('the period asked for must be the page’s, and its rows’', () => {
  expect(() => parseTrending(today, { period: 'weekly' })).toThrow('the weekly page')
  const torn = today
    .replaceAll(/(stars?) today\n/g, '$1 this week\n')
    .replace('1 star today', '1 star this week')
  expect(() => parseTrending(torn)).toThrow(expect.objectContaining({ code: 'drift' }))
})

test('an unreadable row is a warning with its rank, and leaves a gap', () => {
  const unreadable = '<article class="Box-row"><h2><a href="/topics/x">x</a></h2></article>'
  const html = today.replace('<article', `${unreadable}<article`)
  const read = parseTrending(html)
  expect(read.repositories.map(({ rank }) => rank)).toEqual([2, 3])
  expect(read.warnings).toMatchObject([{ code: 'row-unreadable', path: 'rows[rank=1]' }])
  const mostly = today.replace('<article', `${unreadable.repeat(3)}<article`)
  expect(() => parseTrending(mostly)).toThrow(expect.objectContaining({ code: 'drift' }))
})

test('a heading that is gone is made up for by the stargazers link', () => {
  expect(codes(today.replace('href="/ada/bare" class="Link"', ''))).toEqual([
    'text-unread rows[rank=2]',
    'late-selector name',
  ])
})

test('numbers that are none are unknown, with a warning', () => {
  const html = today
    .replace('112,357', '112.4k')
    .replace('1,310', '13,10')
    .replace('1 star today', '')
  expect(codes(html)).toEqual([
    'number-unreadable rows[rank=1].stars',
    'number-unreadable rows[rank=1].forks',
    'gain-unreadable rows[rank=2].starsGained',
  ])
  expect(parseTrending(html).repositories[0]).not.toHaveProperty('stars')
})

/** Today's page with its first row, and as many more under other names. */
function pageOf(rows: number, change: (row: string) => string = (row) => row): string {
  const [head = ''] = today.split('<article')
  const row = today.slice(head.length, today.indexOf('</article>') + '</article>'.length)
  const copies = Array.from({ length: rows }, (_, index) =>
    change(row).replaceAll('serve.it', `serve-${index}`),
  )
  return head + copies.join('')
}

const lost: [string, (row: string) => string, number][] = [
  ['stars', (row) => row.replace('/serve.it/stargazers', '/serve.it/fans'), 1],
  ['starsGained', (row) => row.replace('1,014 stars today', '1,014'), 1],
  ['description', (row) => row.replace(/<p[\s\S]*<\/p>/, ''), 5],
  ['language', (row) => row.replace('itemprop="programmingLanguage"', ''), 5],
  ['forks', (row) => row.replace('/serve.it/forks', '/serve.it/copies'), 5],
  ['builtBy', (row) => row.replaceAll(/<a class="d-inline-block".*<\/a>/g, ''), 5],
]

test.for(lost)('%s missing from every row is told', ([part, change, rows]) => {
  const missing = `column-missing repositories[].${part}`
  expect(codes(pageOf(rows, change))).toContain(missing)
  expect(codes(pageOf(5, change)).filter((code) => code.startsWith('column'))).toEqual([missing])
  if (rows > 1) expect(codes(pageOf(rows - 1, change)).join()).not.toContain('column-missing')
  // A single row that says it is enough.
  const mixed = pageOf(5, change).replace(
    '<article',
    `${pageOf(1).slice(pageOf(0).length)}<article`,
  )
  expect(codes(mixed.replaceAll('serve-0', 'x'))).not.toContain(missing)
  expect(codes(pageOf(5))).toEqual([])
})

test('an unreadable number in every row is a missing column too', () => {
  const all = codes(pageOf(2, (row) => row.replace('112,357', '112.4k')))
  expect(all.at(-1)).toBe('column-missing repositories[].stars')
})

test('pages that never had a column do not miss it', () => {
  const unknown = pageOf(5, (row) =>
    row.replace(/<span class="tmp-mr-3 d-inline-block ml-0[\s\S]*?<\/span>\s*<\/span>/, ''),
  )
    .replace('Trending  repo', 'Trending Unknown languages repo')
    .replace('github.com/trending"', 'github.com/trending/unknown"')
  expect(codes(unknown)).toEqual([])
  expect(codes(fixture('list-2015')).join()).not.toContain('column-missing')
  // Only the list of 2015 is known to lack them.
  const changed = fixture('list-2017').replaceAll('stargazers', 'fans')
  expect(codes(changed)).toContain('column-missing repositories[].stars')
})

test('half a character is replaced, and none is made by cutting', () => {
  const broken = today
    .replace('little else', 'little \ud83d else')
    .replace('Jupyter', 'Ju\ude00pyter')
    .replace('112,357', `${'9'.repeat(39)}😀`)
    .replace('<title>Trending', `<title>${'x'.repeat(299)}😀`)
  const trending = parseTrending(broken)
  expect(trending.repositories[0]).toMatchObject({ language: 'Ju\ufffdpyter Notebook' })
  expect(trending.repositories[0]?.description).toContain('little \ufffd else')
  // JSON writes half a character as an escape of its own.
  expect(JSON.stringify(trending)).not.toMatch(/\\+ud[89a-f]/)
  expect(trending.warnings.map(({ code }) => code)).toEqual([
    'number-unreadable',
    'language-unlisted',
    'title-unreadable',
  ])
})

test('a repeated row is left out', () => {
  const html = today
    .replaceAll('/ada/bare', '/Acme-Labs/serve.it')
    .replace('ada /</span> bare', 'Acme-Labs /</span> serve.it')
  expect(codes(html)).toEqual(['duplicate-row rows[rank=2]'])
})

test('without a title the rows say the period; without those it is assumed', () => {
  const untitled = today.replace(/<title>Trending[^<]*<\/title>/, '')
  expect(codes(untitled)).toEqual(['title-unreadable title'])
  expect(parseTrending(untitled, { language: null, period: 'daily' }).repositories).toHaveLength(2)
  expect(() => parseTrending(untitled, { language: 'python' })).toThrow('the language python')
  const empty = fixture('empty').replace(/<title>.*<\/title>/, '')
  expect(codes(empty)).toEqual(['title-unreadable title', 'period-assumed period'])
})

test('every fixture is read by a test', () => {
  const names = readdirSync(new URL('fixtures', import.meta.url))
  expect(names.sort()).toEqual([
    'developers-2015.html',
    'developers.html',
    'empty.html',
    'list-2015.html',
    'list-2017.html',
    'login.html',
    'signed-in.html',
    'today.html',
    'weekly-cpp-2020.html',
  ])
})
