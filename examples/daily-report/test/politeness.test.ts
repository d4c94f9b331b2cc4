import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { configOf, feedOf, serve } from './loopback.ts'
import { temporaryFolder } from './workspace.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Beside the test's own server, which must be able to answer. */
async function run(args: readonly string[], cwd: string) {
  const child = spawn(
    process.execPath,
    ['--conditions=@inference-report/source', main, 'build', ...args],
    { cwd, env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { status: await ended, stdout, stderr }
}

async function live(args: readonly string[]) {
  await using out = await temporaryFolder()
  await using server = await serve((_request, response) => {
    response.setHeader('content-type', 'application/rss+xml').end(feedOf('Live'))
  })
  const config = await configOf(out.path, [`${server.origin}/feed`])
  const given = ['--live', '--config', config, '--date', '2026-03-02', '--record', 'kept', ...args]
  const ran = await run(given, out.path)
  const files = ['kept/manifest.json', 'out/http.sqlite', 'out/2026-03-02/index.html']
  return {
    ...ran,
    host: new URL(server.origin).host,
    isKept: files.every((file) => existsSync(join(out.path, file))),
  }
}

const words = /^source +state +items +ms\n[\s\S]*out\/2026-03-02\/index\.html\n/
const table = /\nhost +requests +304 +saved +from store +repeats +spacing\n/

test.for([[[]], [['--politeness', 'table']]] as const)(
  'a live run with %j ends with a table of what was asked of each host',
  async ([args]) => {
    const { status, stdout, stderr, host, isKept } = await live(args)
    expect([status, stderr, isKept]).toEqual([0, '', true])
    expect(stdout).toMatch(words)
    expect(stdout).toMatch(table)
    const last = stdout.trimEnd().split('\n').at(-1)
    expect(last?.split(/ {2,}/)).toEqual([host, '1', '0 %', '0 B', '0', '0', '–'])
  },
)

test('in JSON it is alone on standard output, and the words for people go beside it', async () => {
  const { status, stdout, stderr, host, isKept } = await live(['--politeness', 'json'])
  expect([status, isKept]).toEqual([0, true])
  const report = JSON.parse(stdout)
  expect(report.hosts).toEqual({ [host]: expect.objectContaining({ requests: 1, failures: 0 }) })
  expect(report.requests).toMatchObject([{ url: `http://${host}/feed`, status: 200 }])
  expect(stderr).toMatch(words)
})

test('or it is not told', async () => {
  const { status, stdout, stderr } = await live(['--politeness', 'none'])
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(words)
  expect(stdout).not.toMatch(table)
})

test('a replay tells it only where it is asked to, and asked nobody', async () => {
  await using out = await temporaryFolder()
  const [silent, told] = [await run([], out.path), await run(['--politeness', 'json'], out.path)]
  expect(silent.stdout).toMatch(words)
  expect(silent.stdout).not.toMatch(table)
  const { requests } = JSON.parse(told.stdout)
  expect(requests.length).toBeGreaterThan(9)
  expect(requests.every(({ fromReplay }: { fromReplay: boolean }) => fromReplay)).toBe(true)
})
