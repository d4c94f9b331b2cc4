import { expect, test } from 'vitest'
import { parseTrendingDevelopers } from '../src/index.ts'
import { fixture } from './fixture.ts'

const page = fixture('developers')

function codes(html: string): string[] {
  return parseTrendingDevelopers(html).warnings.map(({ code, path }) => `${code} ${path}`)
}

test('reads today’s markup without a warning', () => {
  expect(parseTrendingDevelopers(page)).toEqual({
    period: 'daily',
    developers: [
      {
        rank: 1,
        login: 'ada',
        name: 'Ada Example',
        url: 'https://github.com/ada',
        avatarUrl: 'https://avatars.example/1?s=96&v=4',
        repository: {
          owner: 'ada',
          name: 'bare',
          url: 'https://github.com/ada/bare',
          description: 'A small thing & no…',
        },
      },
      {
        rank: 2,
        login: 'bob',
        name: 'Bob',
        url: 'https://github.com/bob',
        avatarUrl: 'https://avatars.example/2',
        company: 'Acme Ltd',
      },
      {
        rank: 3,
        login: 'cy',
        url: 'https://github.com/cy',
        avatarUrl: 'https://avatars.example/3',
        joinedOn: '2011-02-03',
      },
    ],
    warnings: [],
  })
})

test('reads the list of 2015', () => {
  const { developers, warnings } = parseTrendingDevelopers(fixture('developers-2015'))
  expect(developers).toMatchObject([
    {
      login: 'ada',
      name: 'Ada Example',
      repository: { name: 'bare', description: 'A small thing' },
    },
    { login: 'acme', repository: { owner: 'acme', name: 'game' } },
  ])
  expect(developers[1]).not.toHaveProperty('name')
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['late-selector']))
})

test('keeps the time it is told', () => {
  const capturedAt = '2026-11-23T08:00:00Z'
  expect(parseTrendingDevelopers(page, { capturedAt }).capturedAt).toBe(capturedAt)
})

test('what was asked for must be the page’s', () => {
  const rust = page
    .replace('Trending  developers', 'Trending Rust developers')
    .replace('/trending/developers"', '/trending/developers/rust"')
  expect(parseTrendingDevelopers(rust, { language: 'Rust', period: 'daily' }).language).toBe('Rust')
  for (const expected of [{ language: 'go' }, { language: null }, { period: 'weekly' as const }]) {
    expect(() => parseTrendingDevelopers(rust, expected)).toThrow(
      expect.objectContaining({ code: 'drift' }),
    )
  }
  expect(codes(rust.replace('developers/rust', 'developers/go'))).toEqual([
    'language-disputed language',
  ])
})

test('another page is drift, and so is one without a title', () => {
  for (const html of [
    fixture('today'),
    fixture('login'),
    '',
    page.replace(/<title>.*<\/title>/, ''),
    page.replaceAll('<article class="Box-row d-flex"', '<div').replace('Popular repo', ''),
  ]) {
    expect(() => parseTrendingDevelopers(html)).toThrow(expect.objectContaining({ code: 'drift' }))
  }
})

test('nobody is an empty list where the page says so, else an error', () => {
  const empty = fixture('empty').replaceAll('repositories', 'developers')
  expect(parseTrendingDevelopers(empty).developers).toEqual([])
  const without = empty.replace('any trending developers', 'anything')
  expect(() => parseTrendingDevelopers(without)).toThrow(expect.objectContaining({ code: 'empty' }))
})

test('names and numbers of a row that disagree are told', () => {
  expect(codes(page.replace('id="pa-ada"', 'id="pa-eve"'))).toEqual([
    'name-disputed rows[rank=1].login',
  ])
  expect(codes(page.replace('f6">2</a>', 'f6">3</a>'))).toEqual(['rank-disputed rows[rank=2].rank'])
  expect(codes(page.replace('alt="@bob"', 'alt="@eve"'))).toEqual([
    'avatar-unreadable rows[rank=2].avatarUrl',
  ])
  expect(codes(page.replace('</svg> bare<', '</svg> else<'))).toEqual([
    'name-disputed rows[rank=1].repository',
  ])
})

test('what a row shows and nobody reads is told', () => {
  expect(codes(page.replace('Joined on Feb 3', 'Joined on Feb 30'))).toEqual([
    'text-unread rows[rank=3]',
  ])
  expect(codes(page.replace('Works for Acme', 'Works at Acme'))).toEqual([
    'text-unread rows[rank=2]',
  ])
  expect(codes(page.replace('color-fg-muted mt-1', 'color-fg-muted'))).toEqual([
    'text-unread rows[rank=1]',
  ])
})

test('a row that repeats another, or lies outside of the list, is told', () => {
  const repeated = page.replaceAll(/\bbob\b/g, 'ada')
  expect(codes(repeated)).toContain('duplicate-row rows[rank=2]')
  const outside = page.replace('<article class="Box-row d-flex" id="pa-bob"', '<div id="pa-bob"')
  expect(codes(outside)).toContain('row-missed rows')
})

test('a repository that no row has is told', () => {
  const row = page.slice(
    page.indexOf('<article class="Box-row d-flex" id="pa-bob"'),
    page.indexOf('<article class="Box-row d-flex" id="pa-cy"'),
  )
  const rows = ['k1', 'k2', 'k3', 'k4', 'k5'].map((login) => row.replaceAll(/\bbob\b/g, login))
  const html = page.slice(0, page.indexOf('<article')) + rows.join('')
  expect(codes(html)).toContain('column-missing developers[].repository')
})
