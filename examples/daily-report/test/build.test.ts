import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { type Issue, parseIssue, type Section } from '@inference-report/issue'
import { expect, test } from 'vitest'
import { type BuildOptions, build, sample } from '../src/build.ts'
import { bentSample, temporaryFolder } from './workspace.ts'

const buildSample = (out: string, options: Partial<BuildOptions> = {}) =>
  build({ replay: sample.replay, config: sample.config, out, ...options })

function section<Kind extends Section['kind']>(issue: Issue, id: string, kind: Kind) {
  const found = issue.sections.find((candidate) => candidate.id === id)
  if (found === undefined || !isKind(found, kind)) throw new Error(`no ${kind} section ${id}`)
  return found
}

function isKind<Kind extends Section['kind']>(
  one: Section,
  kind: Kind,
): one is Extract<Section, { kind: Kind }> {
  return one.kind === kind
}

const stateOf = (issue: Issue, id: string) =>
  issue.sources.find((source) => source.id === id)?.state

test('makes a whole issue from the sample day', async () => {
  await using out = await temporaryFolder()
  const { issue, folder, outcome } = await buildSample(out.path)
  expect(outcome).toBe('new')
  expect((await readdir(folder)).sort()).toEqual([
    'index.html',
    'issue.json',
    'issue.md',
    'issue.txt',
    'run.json',
    'snapshots.json',
  ])
  expect(parseIssue(await readFile(join(folder, 'issue.json'), 'utf8'))).toEqual(issue)
  expect(issue.date).toBe('2026-03-02')
  expect(issue.sections.every(({ items }) => items.length > 0)).toBe(true)
  expect(Object.fromEntries(issue.sources.map(({ id, state }) => [id, state]))).toEqual({
    marrow: 'ok',
    quillwater: 'ok',
    halyard: 'quiet',
    lantern: 'ok',
    'wire-and-loom': 'ok',
    'nowhere-dispatch': 'failed',
    arxiv: 'ok',
    'artificial-analysis': 'ok',
    'swe-rebench': 'ok',
    'github-trending': 'ok',
  })
})

test('holds what is in the window, once, with the outlets that told it too', async () => {
  await using out = await temporaryFolder()
  const { issue } = await buildSample(out.path)
  const labs = section(issue, 'labs', 'headlines').items.map(({ title }) => title)
  expect(labs).toHaveLength(4)
  expect(labs).not.toContain('Marrowfield-1 leaves service in June')
  const wire = section(issue, 'wire', 'headlines').items
  const twice = wire.filter(({ title }) => title.startsWith('Marrowfield Labs opens the weights'))
  expect(twice).toHaveLength(1)
  expect(twice[0]?.also.map(({ outlet }) => outlet)).toHaveLength(1)
  expect(wire.map(({ title }) => title)).toContain('Translators’ guild settles with subtitle maker')
  const times = wire.map(({ publishedAt }) => publishedAt)
  expect(times).toEqual([...times].sort().reverse())
})

test('takes new and cross-listed papers, and sends readers where the configuration says', async () => {
  await using out = await temporaryFolder()
  const { issue } = await buildSample(out.path)
  const { items, featured } = section(issue, 'papers', 'papers')
  expect(featured).toBe(6)
  expect(items.map(({ announceType }) => announceType).join(' ')).toBe(
    'new new new new new new cross cross',
  )
  expect(items[0]).toMatchObject({
    url: 'https://papers.example/abs/2603.99901',
    primaryCategory: 'cs.SE',
    announcedOn: '2026-03-02',
    authors: ['Ada Venn', 'Bruno Kühl', 'Chen Oduya'],
  })
  expect(items[3]?.title).toContain('n log n')
})

test('keeps the board’s own names in the table, and the best of each model for the front', async () => {
  await using out = await temporaryFolder()
  const { issue } = await buildSample(out.path)
  const analysis = section(issue, 'artificial-analysis', 'leaderboard')
  expect(
    analysis.items.map(({ name, model, modelRank, rank }) => [name, model, modelRank, rank]),
  ).toEqual([
    ['Gemini 3.1 Pro Preview', 'Gemini 3.1 Pro Preview', 1, 1],
    ['GPT-5.3 Codex (xhigh)', 'GPT-5.3 Codex', 2, 2],
    ['Claude Opus 4.6', 'Claude Opus 4.6', 3, 3],
    ['Claude Sonnet 4.6', 'Claude Sonnet 4.6', 4, 4],
    ['GPT-5.2 (xhigh)', 'GPT-5.2', 5, 5],
  ])
  expect(analysis.columns.filter(({ front }) => front).map(({ label }) => label)).toEqual([
    'Score',
    'tok/s',
    '$/1M',
  ])
  const rebench = section(issue, 'swe-rebench', 'leaderboard')
  expect(
    rebench.items.filter(({ model }) => model === 'Sextant-3').map(({ modelRank }) => modelRank),
  ).toEqual([1, undefined])
  expect(rebench.items.find(({ name }) => name === 'Larkspur-Large')).toMatchObject({
    rank: 4,
    modelRank: 3,
  })
  expect(rebench.board?.window).toEqual({ from: '2026-01-01', to: '2026-02-15' })
})

test('says what it does not know: no baseline, and which source failed and why', async () => {
  await using out = await temporaryFolder()
  const { issue } = await buildSample(out.path)
  expect(issue.facts.filter(({ kind }) => kind === 'no-baseline')).toHaveLength(2)
  const prose = issue.editorial.paragraphs
    .flatMap(({ sentences }) => sentences.map(({ text }) => text))
    .join(' ')
  expect(prose).toContain('The Nowhere Dispatch')
  expect(prose).toContain('Gemini 3.1 Pro Preview')
  expect(section(issue, 'wire', 'headlines').note).toContain('The Nowhere Dispatch')
  expect(issue.sources.find(({ id }) => id === 'nowhere-dispatch')).toMatchObject({
    status: 503,
    reason: expect.stringContaining('503'),
  })
})

test('twice gives the same bytes', async () => {
  await using out = await temporaryFolder()
  await using other = await temporaryFolder()
  const first = await buildSample(out.path)
  const bytes = await readFile(join(first.folder, 'issue.json'), 'utf8')
  const again = await buildSample(out.path)
  expect(again.outcome).toBe('unchanged')
  expect(await readFile(join(first.folder, 'issue.json'), 'utf8')).toBe(bytes)
  const elsewhere = await buildSample(other.path)
  expect(await readFile(join(elsewhere.folder, 'issue.json'), 'utf8')).toBe(bytes)
})

test('the order of the recording changes nothing', async () => {
  await using out = await temporaryFolder()
  const replay = await bentSample(out.path, (manifest) => manifest.reverse())
  const straight = await buildSample(join(out.path, 'a'), { date: '2026-03-02' })
  const turned = await buildSample(join(out.path, 'b'), { replay, date: '2026-03-02' })
  expect(turned.issue.hash).toBe(straight.issue.hash)
})

test('other content of a published date is a new revision, and the old one is kept', async () => {
  await using out = await temporaryFolder()
  const first = await buildSample(out.path)
  const replay = await bentSample(out.path, (manifest) =>
    manifest.filter(({ url }) => !url.includes('lantern')),
  )
  const second = await buildSample(out.path, { replay, date: '2026-03-02' })
  expect(second.outcome).toBe('revised')
  expect(second.issue.revision).toBe(2)
  const kept = await readFile(join(first.folder, 'issue.r1.json'), 'utf8')
  expect(parseIssue(kept)).toEqual(first.issue)
  expect(await readFile(join(second.folder, 'index.html'), 'utf8')).toContain('Revision 2')
})

test('the next day compares the boards with the archive, and holds only what is new', async () => {
  await using out = await temporaryFolder()
  await buildSample(out.path)
  const replay = await bentSample(out.path, (manifest) =>
    manifest.map((entry) => ({ ...entry, capturedAt: '2026-03-03T18:00:00.000Z' })),
  )
  const analysis = join(replay, 'artificial-analysis.json')
  const figures = await readFile(analysis, 'utf8')
  await writeFile(analysis, figures.replace('57.2', '52.4'))
  const { issue } = await buildSample(out.path, { replay, date: '2026-03-03' })
  expect(issue.previous).toMatchObject({ date: '2026-03-02', revision: 1 })
  expect(issue.window.from).toBe('2026-03-03T00:00:00.000Z')
  expect(section(issue, 'labs', 'headlines').items).toEqual([])
  const board = section(issue, 'artificial-analysis', 'leaderboard')
  expect(board.board?.baseline?.capturedAt).toBe('2026-03-02T18:00:00.000Z')
  expect(board.items.find(({ name }) => name.startsWith('Gemini'))?.movement).toEqual({
    kind: 'down',
    rankBefore: 1,
    rankChange: -2,
    scoreChange: -4.8,
  })
  const rebench = section(issue, 'swe-rebench', 'leaderboard')
  expect(new Set(rebench.items.flatMap(({ movement }) => movement?.kind ?? []))).toEqual(
    new Set(['same']),
  )
  expect(issue.facts.some(({ kind }) => kind === 'no-baseline')).toBe(false)
})

test('the same capture is no baseline: nothing can have moved', async () => {
  await using out = await temporaryFolder()
  await buildSample(out.path)
  const { issue } = await buildSample(out.path, { date: '2026-03-03' })
  expect(section(issue, 'artificial-analysis', 'leaderboard').board?.baseline).toBeUndefined()
})

test('an altered issue is told, and is no predecessor', async () => {
  await using out = await temporaryFolder()
  const { folder } = await buildSample(out.path)
  const file = join(folder, 'issue.json')
  await writeFile(file, (await readFile(file, 'utf8')).replace('57.2', '99.9'))
  const notices: string[] = []
  const { issue } = await buildSample(out.path, {
    date: '2026-03-03',
    onNotice: (message) => notices.push(message),
  })
  expect(issue.previous).toBeUndefined()
  expect(notices).toEqual([expect.stringContaining('altered')])
})

test('a recording from after the issue is not used for what shows one moment', async () => {
  await using out = await temporaryFolder()
  const { issue } = await buildSample(out.path, { date: '2026-03-01' })
  for (const id of ['artificial-analysis', 'swe-rebench', 'github-trending']) {
    expect(stateOf(issue, id)).toBe('failed')
  }
  const dates = issue.sections.flatMap((one) =>
    one.kind === 'headlines' ? one.items.map(({ publishedAt }) => publishedAt) : [],
  )
  expect(dates.length).toBeGreaterThan(0)
  expect(dates.every((at) => at < '2026-03-02')).toBe(true)
  expect(section(issue, 'papers', 'papers').items).toEqual([])
})

test('a source that is not recorded is left out and counted', async () => {
  await using out = await temporaryFolder()
  const replay = await bentSample(out.path, (manifest) =>
    manifest.filter(({ url }) => !url.includes('github.com')),
  )
  const { issue, notRecorded } = await buildSample(out.path, { replay, date: '2026-03-02' })
  expect(notRecorded.map(({ id }) => id)).toEqual(['github-trending'])
  expect(stateOf(issue, 'github-trending')).toBeUndefined()
  expect(section(issue, 'trending', 'repositories')).toMatchObject({
    state: 'failed',
    note: 'No source of this section was recorded.',
  })
  const run = JSON.parse(await readFile(join(out.path, '2026-03-02', 'run.json'), 'utf8'))
  expect(run.notRecorded).toEqual(['github-trending'])
})

test('any source may break, in any way, and the issue is made', async () => {
  await using out = await temporaryFolder()
  const replay = await bentSample(out.path, (manifest) =>
    manifest.map(({ file: _, ...entry }, index) =>
      index === 0
        ? { ...entry, file: 'marrow.xml' }
        : { ...entry, body: ['', '<html>', '{"error":"no"}', 'Rate exceeded.'][index % 4] ?? '' },
    ),
  )
  const { issue } = await buildSample(out.path, { replay, date: '2026-03-02' })
  expect(stateOf(issue, 'marrow')).toBe('ok')
  const others = issue.sources.filter(({ id }) => id !== 'marrow')
  expect(
    others.every(({ state, reason }) => /^(drift|failed)$/.test(state) && reason !== undefined),
  ).toBe(true)
})

test('with nothing read there is no issue, and no folder', async () => {
  await using out = await temporaryFolder()
  const replay = await bentSample(out.path, (manifest) =>
    manifest.map(({ url, headers, capturedAt }) => ({
      url,
      headers,
      capturedAt,
      status: 500,
      body: '',
    })),
  )
  await expect(buildSample(join(out.path, 'site'), { replay, date: '2026-03-02' })).rejects.toThrow(
    'no source could be read',
  )
  expect(await readdir(out.path)).toEqual(['replay'])
})

test('live, reads the network on the day it is', async () => {
  await using out = await temporaryFolder()
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/rss+xml')
    response.end(
      `<rss version="2.0"><channel><title>Lab</title><link>http://lab.example/</link><item><title>Asked by ${request.headers['user-agent']?.split('/')[0]}</title><link>/news/1</link><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>`,
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  try {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const config = JSON.parse(await readFile(sample.config, 'utf8'))
    const lab = {
      id: 'lab',
      kind: 'feed',
      section: 'labs',
      name: 'Lab',
      url: `http://127.0.0.1:${port}/feed`,
    }
    const file = join(out.path, 'config.json')
    await writeFile(file, JSON.stringify({ ...config, sources: [lab] }))
    const now = () => new Date('2026-03-02T12:00:00Z')
    const { issue } = await build({ config: file, out: out.path, now })
    expect(issue.date).toBe('2026-03-02')
    expect(stateOf(issue, 'lab')).toBe('ok')
    expect(section(issue, 'labs', 'headlines').items[0]).toMatchObject({
      title: 'Asked by inference-report',
      url: 'http://lab.example/news/1',
    })
    const run = JSON.parse(await readFile(join(out.path, '2026-03-02', 'run.json'), 'utf8'))
    expect(run).toMatchObject({ mode: 'live', startedAt: '2026-03-02T12:00:00.000Z' })
  } finally {
    server.close()
  }
})
