import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { type Issue, parseIssue, type Section } from '@inference-report/issue'
import { expect, test } from 'vitest'
import { type BuildOptions, build, sample } from '../src/build.ts'
import { bentSample, type Recorded, temporaryFolder } from './workspace.ts'

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
  // One source failed the day before: what it had then may still come.
  expect(issue.window.from).toBe('2026-02-25T00:00:00.000Z')
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
    emptyText: 'Nothing could be read.',
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

// Each of these once stopped a whole issue, or dated it wrongly.
test('half an emoji of one source stops no other', async () => {
  await using out = await temporaryFolder()
  const replay = await bentSample(out.path, (manifest) =>
    manifest.map(({ file, ...entry }) => {
      if (entry.url.includes('lantern')) {
        const item = {
          id: '1',
          url: 'https://lantern.example/1',
          title: 'Half \ud83d',
          date_published: '2026-03-02T08:00:00Z',
        }
        const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'L', items: [item] }
        return { ...entry, body: JSON.stringify(feed) }
      }
      if (entry.url.includes('dispatch')) return { ...entry, body: `${'a'.repeat(199)}😀` }
      return file === undefined ? entry : { ...entry, file }
    }),
  )
  const { issue } = await buildSample(out.path, { replay, date: '2026-03-02' })
  expect(stateOf(issue, 'lantern')).toBe('ok')
  expect(stateOf(issue, 'nowhere-dispatch')).toBe('failed')
})

test('repositories whose joined names are one are two', async () => {
  await using out = await temporaryFolder()
  const replay = await bentSample(out.path, (manifest) => manifest)
  const page = join(replay, 'github-trending.html')
  const html = await readFile(page, 'utf8')
  await writeFile(
    page,
    html
      .replaceAll('sample--mooring/ledger-lint', 'foo-bar/baz')
      .replaceAll('sample--fjord/patchwork', 'foo/bar-baz'),
  )
  const { issue } = await buildSample(out.path, { replay, date: '2026-03-02' })
  const ids = section(issue, 'trending', 'repositories').items.map(({ id }) => id)
  expect(ids.slice(0, 2)).toEqual(['github-trending-foo-bar/baz', 'github-trending-foo/bar-baz'])
})

test('a paper announced in two categories stands once', async () => {
  await using out = await temporaryFolder()
  const replay = await bentSample(out.path, (manifest) =>
    manifest.flatMap((entry) =>
      entry.url.endsWith('cs.SE')
        ? [entry, { ...entry, url: entry.url.replace('cs.SE', 'cs.PL') }]
        : [entry],
    ),
  )
  const config = JSON.parse(await readFile(sample.config, 'utf8'))
  const second = {
    id: 'arxiv-pl',
    kind: 'arxiv',
    section: 'papers',
    name: 'arXiv cs.PL',
    category: 'cs.PL',
  }
  const file = join(out.path, 'config.json')
  await writeFile(file, JSON.stringify({ ...config, sources: [...config.sources, second] }))
  const { issue } = await buildSample(out.path, { replay, config: file, date: '2026-03-02' })
  const { items } = section(issue, 'papers', 'papers')
  expect(items).toHaveLength(8)
  expect(new Set(items.map(({ sourceId }) => sourceId))).toEqual(new Set(['arxiv']))
})

test('a board is as old as what it was read from, not as an answer that failed', async () => {
  await using out = await temporaryFolder()
  const api = 'https://artificialanalysis.ai/api/v2/language/models/free?page=1'
  const replay = await bentSample(out.path, (manifest) => [
    ...manifest.map((entry) =>
      entry.url.includes('artificialanalysis') ? { ...entry, capturedAt: '2025-12-01' } : entry,
    ),
    { url: api, status: 500, headers: {}, body: '', capturedAt: '2026-03-02T18:00:00.000Z' },
  ])
  const { issue } = await buildSample(out.path, { replay, date: '2026-03-02' })
  expect(stateOf(issue, 'artificial-analysis')).toBe('stale')
  expect(section(issue, 'artificial-analysis', 'leaderboard').board?.capturedAt).toBe('2025-12-01')
  const warnings = issue.sources.find(({ id }) => id === 'artificial-analysis')?.warnings
  expect(warnings).toContainEqual(expect.objectContaining({ code: 'fallback' }))
})

test('papers are of the daily feed, also where the listing was asked after it', async () => {
  await using out = await temporaryFolder()
  const listing = 'https://arxiv.org/list/cs.SE/new'
  const feed = 'https://rss.arxiv.org/rss/cs.SE'
  const replay = await bentSample(out.path, (manifest) => [
    ...manifest,
    { url: listing, status: 200, headers: {}, body: '<html>', capturedAt: '2026-03-02T18:00:09Z' },
  ])
  const { issue, requests } = await buildSample(out.path, { replay, date: '2026-03-02' })
  expect(requests.requests.map(({ url }) => url)).toEqual(expect.arrayContaining([feed, listing]))
  expect(issue.sources.find(({ id }) => id === 'arxiv')).toMatchObject({
    url: feed,
    status: 200,
    items: 8,
  })
})

test('an issue does not depend on where the recording lies, nor say where', async () => {
  await using out = await temporaryFolder()
  const without = (manifest: Recorded[]) =>
    manifest.map((entry) =>
      entry.url.includes('lantern') ? { ...entry, file: 'gone.xml' } : entry,
    )
  const [one, two] = await Promise.all(
    ['one', 'two'].map(async (name) => {
      await mkdir(join(out.path, name))
      const replay = await bentSample(join(out.path, name), without)
      return buildSample(join(out.path, name, 'site'), { replay, date: '2026-03-02' })
    }),
  )
  expect(one?.issue.hash).toBe(two?.issue.hash)
  expect(JSON.stringify(one?.issue)).not.toContain(out.path)
})

test('what a failing server wrote is not in the paper', async () => {
  await using out = await temporaryFolder()
  const claim = 'A lab has filed for bankruptcy'
  const replay = await bentSample(out.path, (manifest) =>
    manifest.map(({ file, ...entry }, index) =>
      index < 3 || file === undefined
        ? { ...entry, ...(file === undefined ? { body: claim } : { file }) }
        : { ...entry, status: index % 2 === 0 ? 503 : 200, body: `<html><h1>${claim}</h1></html>` },
    ),
  )
  const { folder } = await buildSample(out.path, { replay, date: '2026-03-02' })
  for (const name of ['index.html', 'issue.json', 'issue.md', 'issue.txt']) {
    expect(await readFile(join(folder, name), 'utf8'), name).not.toContain('bankruptcy')
  }
})

test('what came between a morning’s issue and its midnight is in the next one, once', async () => {
  await using out = await temporaryFolder()
  const morning = (at: string) => (manifest: Recorded[]) =>
    manifest.map((entry) => ({ ...entry, capturedAt: at }))
  const first = await bentSample(out.path, morning('2026-03-02T12:00:00.000Z'))
  // At noon the two stories of the evening were not written yet.
  const feed = join(first, 'marrow.xml')
  const whole = await readFile(feed, 'utf8')
  await writeFile(feed, whole.replace(/<item>[\s\S]*?<\/item>/, ''))
  await buildSample(out.path, { replay: first, date: '2026-03-02' })
  await writeFile(feed, whole)
  const manifest = join(first, 'manifest.json')
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replaceAll('03-02T12', '03-03T12'))
  const { issue } = await buildSample(out.path, { replay: first, date: '2026-03-03' })
  expect(section(issue, 'labs', 'headlines').items.map(({ title }) => title)).toEqual([
    'Marrowfield-2 is open: weights, data recipe and training log',
  ])
})

test('on the front page a model moves among models, in the full table a row among rows', async () => {
  await using out = await temporaryFolder()
  await buildSample(out.path)
  const replay = await bentSample(out.path, (manifest) =>
    manifest.map((entry) => ({ ...entry, capturedAt: '2026-03-03T18:00:00.000Z' })),
  )
  const page = join(replay, 'swe-rebench.html')
  const html = await readFile(page, 'utf8')
  const row = /<tr class="g-table__row "><td[^>]*>1<\/td>[\s\S]*?<\/tr>/.exec(html)?.[0] ?? ''
  await writeFile(
    page,
    html.replace(row, `${row}${row.replace('[high]', '[xhigh]').replace('58.9%', '60.9%')}`),
  )
  const { issue } = await buildSample(out.path, { replay, date: '2026-03-03' })
  const { items } = section(issue, 'swe-rebench', 'leaderboard')
  const best = items.find(({ name }) => name === 'Sextant-3 [xhigh]')
  expect(best?.movement).toEqual({ kind: 'new' })
  expect(best?.modelMovement).toEqual({
    kind: 'same',
    rankBefore: 1,
    rankChange: 0,
    scoreChange: 2,
  })
  const second = items.find(({ name }) => name === 'Mooring CLI')
  expect([second?.movement?.kind, second?.modelMovement?.kind]).toEqual(['down', 'same'])
})

test('a number of a revision is never given twice, whatever became of issue.json', async () => {
  await using out = await temporaryFolder()
  const whole = await bentSample(out.path, (manifest) => manifest)
  const { folder } = await buildSample(out.path, { replay: whole, date: '2026-03-02' })
  const manifest = join(whole, 'manifest.json')
  const entries: Recorded[] = JSON.parse(await readFile(manifest, 'utf8'))
  await writeFile(manifest, JSON.stringify(entries.slice(1)))
  await buildSample(out.path, { replay: whole, date: '2026-03-02' })
  const first = await readFile(join(folder, 'issue.r1.json'), 'utf8')
  await writeFile(join(folder, 'issue.json'), '{broken')
  const { issue } = await buildSample(out.path, { replay: whole, date: '2026-03-02' })
  expect(issue.revision).toBe(3)
  expect(await readFile(join(folder, 'issue.r1.json'), 'utf8')).toBe(first)
  expect(await readFile(join(folder, 'issue.unreadable-before-r3.json'), 'utf8')).toBe('{broken')
})
