import type { Fetch } from '@inference-report/source'
import { expect, test } from 'vitest'
import { enrichRepositories, parseTrending, type Repository } from '../src/index.ts'
import { enrichedRepositorySchema } from '../src/schema.ts'
import { fixture } from './fixture.ts'

const { repositories } = parseTrending(fixture('today'))

const known = {
  id: 7,
  full_name: 'acme-labs/serve.it',
  topics: ['inference', 7, ''],
  license: { spdx_id: 'MIT' },
  homepage: 'https://serve.example',
  stargazers_count: 112_360,
  forks_count: 0,
  open_issues_count: 4,
  created_at: '2025-02-01T12:00:00Z',
  pushed_at: 'last week',
  archived: false,
  fork: true,
}

interface Asked {
  url: string
  authorization: string | null
}

/** Answers one after another; the last one again and again. */
function answering(...answers: (() => Response)[]): { fetch: Fetch; asked: Asked[] } {
  const asked: Asked[] = []
  const fetch: Fetch = async (input, init) => {
    asked.push({
      url: String(input),
      authorization: new Headers(init?.headers).get('authorization'),
    })
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    if (answer === undefined) throw new TypeError('fetch failed')
    return answer()
  }
  return { fetch, asked }
}

const json =
  (value: unknown, init: ResponseInit = {}) =>
  () =>
    new Response(JSON.stringify(value), init)

test('adds what the API says, and nothing that it does not', async () => {
  const bare = {
    id: 8,
    full_name: 'ada/bare',
    license: { spdx_id: 'NOASSERTION' },
    homepage: 'javascript:x',
  }
  const { fetch, asked } = answering(json(known), json(bare))
  const enriched = await enrichRepositories(repositories, { fetch })
  expect(enriched.warnings).toEqual([])
  expect(enriched.repositories).toEqual([
    {
      ...repositories[0],
      details: {
        id: 7,
        fullName: 'acme-labs/serve.it',
        topics: ['inference'],
        license: 'MIT',
        homepageUrl: 'https://serve.example/',
        stars: 112_360,
        forks: 0,
        openIssues: 4,
        createdAt: '2025-02-01T12:00:00Z',
        isArchived: false,
        isFork: true,
      },
    },
    {
      ...repositories[1],
      details: { id: 8, fullName: 'ada/bare', topics: [], isArchived: false, isFork: false },
    },
  ])
  for (const repository of enriched.repositories) {
    expect(enrichedRepositorySchema.parse(repository)).toEqual(repository)
  }
  expect(asked.map(({ url }) => url)).toEqual([
    'https://api.github.com/repos/acme-labs/serve.it',
    'https://api.github.com/repos/ada/bare',
  ])
  expect(asked[0]?.authorization).toBe(null)
})

test('a token is sent, and told nowhere', async () => {
  const { fetch, asked } = answering(json({ message: 'Bad credentials' }, { status: 401 }))
  const enriched = await enrichRepositories(repositories, { fetch, token: 'secret-of-ours' })
  expect(asked).toHaveLength(1)
  expect(asked[0]?.authorization).toBe('Bearer secret-of-ours')
  expect(enriched.warnings.map(({ code }) => code)).toEqual([
    'enrichment-failed',
    'enrichment-stopped',
  ])
  expect(JSON.stringify(enriched)).not.toContain('secret')
  const torn = enrichRepositories(repositories, { fetch, token: 'secret\nof ours' })
  await expect(torn).rejects.toThrow(/^Not a token\.$/)
  expect(asked).toHaveLength(1)
})

test.for([
  [
    'the last request of the hour',
    { status: 200, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795420800' } },
    '2026-11-23T08:00:00Z',
  ],
  ['the primary limit', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }, 'used up'],
  ['a secondary limit', { status: 403, headers: { 'retry-after': '60' } }, 'Retry-After 60'],
  ['too many requests', { status: 429 }, 'asks to wait'],
] as const)('after %s nothing more is asked', async ([, init, message]) => {
  const { fetch, asked } = answering(json(known, init))
  const enriched = await enrichRepositories([...repositories, ...repositories], { fetch })
  expect(asked).toHaveLength(1)
  expect(enriched.repositories.map(({ name }) => name)).toEqual([
    'serve.it',
    'bare',
    'serve.it',
    'bare',
  ])
  const stopped = enriched.warnings.at(-1)
  expect(stopped).toMatchObject({ code: 'enrichment-stopped', path: 'repositories[1]' })
  expect(stopped?.message).toContain(message)
  expect(stopped?.message).toContain('3 repositories')
  expect('details' in (enriched.repositories[0] ?? {})).toBe(init.status === 200)
})

test('one failure is one warning, and the others are asked', async () => {
  const { fetch, asked } = answering(
    json({ message: 'Not Found' }, { status: 404 }),
    () => new Response('<html>'),
    json([]),
    json(known),
  )
  const four = [...repositories, ...repositories].map((each, index) =>
    index === 3 ? { ...each, ...name('Acme-Labs/Serve.it') } : each,
  )
  const enriched = await enrichRepositories(four, { fetch })
  expect(asked).toHaveLength(4)
  expect(enriched.warnings).toMatchObject([
    {
      code: 'enrichment-failed',
      path: 'repositories[0]',
      message: expect.stringContaining('not-found (404)'),
    },
    {
      code: 'enrichment-failed',
      path: 'repositories[1]',
      message: expect.stringContaining('no JSON'),
    },
    {
      code: 'enrichment-failed',
      path: 'repositories[2]',
      message: expect.stringContaining('not about'),
    },
  ])
  expect(enriched.repositories[3]?.details?.id).toBe(7)
})

function name(id: string): Pick<Repository, 'owner' | 'name'> {
  const [owner = '', own = ''] = id.split('/')
  return { owner, name: own }
}

test('a repository that moved is told', async () => {
  const { fetch } = answering(json({ ...known, full_name: 'newer/name' }))
  const {
    warnings,
    repositories: [first],
  } = await enrichRepositories(repositories.slice(0, 1), { fetch })
  expect(warnings).toMatchObject([{ code: 'repository-renamed', path: 'repositories[0]' }])
  expect(first?.details?.fullName).toBe('newer/name')
})

test('no network is a warning each, an abort is the caller’s', async () => {
  const none = await enrichRepositories(repositories, { fetch: answering().fetch })
  expect(none.warnings.map(({ code }) => code)).toEqual(['enrichment-failed', 'enrichment-failed'])
  const abort: Fetch = async () => {
    throw new DOMException('gone', 'AbortError')
  }
  await expect(enrichRepositories(repositories, { fetch: abort })).rejects.toThrow('gone')
})

test('what is no name of a repository is asked of nobody', async () => {
  const { fetch, asked } = answering(json(known))
  const [first] = repositories
  if (first === undefined) throw new Error('no fixture')
  const odd = [name('../..'), name('a/..'), name('orgs/x'), { owner: 'a', name: 'b?x' }]
  const enriched = await enrichRepositories(
    odd.map((each) => ({ ...first, ...each })),
    { fetch },
  )
  expect(asked).toEqual([])
  expect(enriched.warnings).toHaveLength(4)
})
