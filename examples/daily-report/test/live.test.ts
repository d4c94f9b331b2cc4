import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { configOf, feedOf, serve } from './loopback.ts'
import { temporaryFolder } from './workspace.ts'

const now = () => new Date('2026-03-02T12:00:00Z')
const date = '2026-03-02'
const secret = 'hush-4711-hush'

/** Every file below a folder, by its path, as text in which any byte sequence can be looked for. */
async function contents(folder: string): Promise<[string, string][]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile())
  return Promise.all(
    files.map(
      async ({ parentPath, name }): Promise<[string, string]> => [
        join(parentPath, name),
        await readFile(join(parentPath, name), 'latin1'),
      ],
    ),
  )
}

test('what a live run records replays to the same issue', async () => {
  await using out = await temporaryFolder()
  await using server = await serve(({ url }, response) => {
    if (url === '/down') response.writeHead(404).end('gone fishing')
    else response.setHeader('content-type', 'application/rss+xml').end(feedOf(`From ${url}`))
  })
  const urls = ['/one', '/two', '/down'].map((path) => `${server.origin}${path}`)
  const config = await configOf(out.path, urls)
  const record = join(out.path, 'recorded')
  const live = await build({ config, out: join(out.path, 'live'), record, now })
  expect(live.issue.sources.map(({ state }) => state)).toEqual(['ok', 'ok', 'failed'])
  expect(server.asked.toSorted()).toEqual(['/down', '/one', '/two'])
  const replayed = await build({ config, out: join(out.path, 'replay'), replay: record, date })
  expect(replayed.issue.hash).toBe(live.issue.hash)
  expect(replayed.notRecorded).toEqual([])
  expect(server.asked).toHaveLength(3)
  const bytes = (folder: string) => readFile(join(folder, 'issue.json'), 'utf8')
  expect(await bytes(replayed.folder)).toBe(await bytes(live.folder))
})

test('no secret of an address is in the recording, nor in what is published', async () => {
  await using out = await temporaryFolder()
  const received: string[] = []
  await using server = await serve(({ url = '', headers }, response) => {
    received.push(`${url} ${headers.authorization ?? ''}`)
    if (url.startsWith('/down')) response.writeHead(503).end(`no ${url}`)
    // A server that says back what it was asked for.
    else {
      const said = `${feedOf('Members only')}<!-- ${url.replaceAll('&', '&amp;')} -->`
      response.setHeader('content-type', 'application/rss+xml').end(said)
    }
  })
  await using closed = await serve(() => {})
  const nobody = closed.origin
  await closed[Symbol.asyncDispose]()
  const urls = [`${server.origin}/feed`, `${server.origin}/down`, `${nobody}/feed`].map(
    (url) => `${url}?format=rss&api_key=${secret}`,
  )
  const config = await configOf(out.path, urls)
  const record = join(out.path, 'recorded')
  const { issue, folder } = await build({ config, out: join(out.path, 'site'), record, now })
  expect(received.some((asked) => asked.startsWith(`/feed?format=rss&api_key=${secret}`))).toBe(
    true,
  )
  expect(issue.sources.map(({ state }) => state)).toEqual(['ok', 'failed', 'failed'])
  const recorded = await contents(record)
  expect(recorded.map(([, text]) => text).join()).toContain('REDACTED')
  for (const [path, text] of [...recorded, ...(await contents(folder))]) {
    expect(text, path).not.toContain(secret)
  }
})

test('a run right after another asks nobody, and makes the same issue', async () => {
  await using out = await temporaryFolder()
  await using server = await serve((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml').end(feedOf('Once'))
  })
  const config = await configOf(out.path, [`${server.origin}/feed`])
  const site = join(out.path, 'site')
  const first = await build({ config, out: site, now })
  expect(await readdir(site)).toContain('http.sqlite')
  const second = await build({ config, out: site, now })
  expect(server.asked).toEqual(['/feed'])
  expect(second.outcome).toBe('unchanged')
  expect(second.issue.hash).toBe(first.issue.hash)
  const host = second.requests.hosts[new URL(server.origin).host]
  expect(host).toMatchObject({ requests: 0, fromStore: 1, unconditionalRepeats: 0 })
  const run = JSON.parse(await readFile(join(second.folder, 'run.json'), 'utf8'))
  expect(run.requests).toEqual(second.requests)
  // The state is what kept it from asking.
  for (const name of await readdir(site)) {
    if (name.startsWith('http.sqlite')) await rm(join(site, name))
  }
  await build({ config, out: site, now })
  expect(server.asked).toEqual(['/feed', '/feed'])
})

test('state that cannot be read is told, kept beside, and stops nothing', async () => {
  await using out = await temporaryFolder()
  await using server = await serve((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml').end(feedOf('Still'))
  })
  const config = await configOf(out.path, [`${server.origin}/feed`])
  await writeFile(join(out.path, 'http.sqlite'), 'not a database, '.repeat(300))
  const notices: string[] = []
  const onNotice = (message: string) => notices.push(message)
  const { issue } = await build({ config, out: out.path, now, onNotice })
  expect(issue.sources.map(({ state }) => state)).toEqual(['ok'])
  expect(notices).toEqual([expect.stringContaining('http.sqlite')])
  const kept = (await contents(out.path)).filter(([, text]) => text.startsWith('not a database'))
  expect(kept).toHaveLength(1)
})

test('a replay keeps no state', async () => {
  await using out = await temporaryFolder()
  await using server = await serve((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml').end(feedOf('Kept'))
  })
  const config = await configOf(out.path, [`${server.origin}/feed`])
  const record = join(out.path, 'recorded')
  await build({ config, out: join(out.path, 'live'), record, now })
  await build({ config, out: join(out.path, 'replay'), replay: record, date })
  expect(await readdir(join(out.path, 'replay'))).toEqual([date])
})
