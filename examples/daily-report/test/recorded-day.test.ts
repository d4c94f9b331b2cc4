import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseFeed } from '@inference-report/feed'
import type { Issue } from '@inference-report/issue'
import { describe, expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { loadConfig } from '../src/config.ts'
import { type Recorded, temporaryFolder } from './workspace.ts'

const captures = resolve(
  process.env['CAPTURES_DIR'] ??
    fileURLToPath(new URL('../../../../shared/captures', import.meta.url)),
)
const replay = join(captures, '../replay/2026-08-20')
const defaultConfig = fileURLToPath(new URL('../inference-report.config.json', import.meta.url))

const headlines = (issue: Issue) =>
  issue.sections.flatMap((section) => (section.kind === 'headlines' ? section.items : []))

const readManifest = async (): Promise<Recorded[]> =>
  JSON.parse(await readFile(join(replay, 'manifest.json'), 'utf8'))

describe.skipIf(!existsSync(replay))(
  'a day of real answers (skipped where CAPTURES_DIR has none)',
  () => {
    test('becomes an issue that holds no word from after its date', async () => {
      await using out = await temporaryFolder()
      const { issue, notRecorded } = await build({ replay, date: '2026-08-20', out: out.path })
      const states = Object.groupBy(issue.sources, ({ state }) => state)
      expect(states.failed?.map(({ id, status }) => [id, status])).toEqual([['venturebeat', 429]])
      expect(states.failed?.[0]?.reason).toContain('3600')
      expect(states.drift).toBeUndefined()
      expect(states.stale?.map(({ id }) => id)).toEqual([
        'arxiv',
        'artificial-analysis',
        'swe-rebench',
        'github-trending',
      ])
      expect(issue.sources).toHaveLength(18)
      expect(notRecorded.length + issue.sources.length).toBe(
        (await loadConfig(defaultConfig)).sources.length,
      )
      for (const section of issue.sections) {
        expect(section.items.length, section.id).toBeGreaterThan(
          section.kind === 'headlines' ? 3 : 5,
        )
      }
      for (const item of headlines(issue)) {
        expect(item.publishedAt >= '2026-08-14T00:00:00.000Z').toBe(true)
        expect(item.publishedAt < '2026-08-21T00:00:00.000Z').toBe(true)
        expect(item.title).not.toMatch(/&#?\w+;|<\/?[a-z]|\s{2}|^\s|\s$|\d{4}[A-Z]/i)
        expect(new URL(item.url).protocol).toMatch(/^https?:$/)
      }
    })

    test('shows every item of the window that a feed holds, up to ten', async () => {
      await using out = await temporaryFolder()
      const { issue } = await build({ replay, date: '2026-08-20', out: out.path })
      const manifest = await readManifest()
      const { sources } = await loadConfig(defaultConfig)
      for (const source of sources) {
        const entry = source.kind === 'feed' && manifest.find(({ url }) => url === source.url)
        if (entry === false || entry?.status !== 200 || entry.file === undefined) continue
        const feed = parseFeed(await readFile(join(replay, entry.file)), { url: entry.url })
        const due = feed.items.filter((item) => {
          const at = item.publishedAt ?? item.updatedAt ?? ''
          return at >= issue.window.from && at < issue.window.to
        })
        const shown = headlines(issue).filter(
          (item) =>
            item.sourceId === source.id || item.also.some((other) => other.sourceId === source.id),
        )
        expect(shown.length, source.id).toBe(Math.min(10, due.length))
        const state = issue.sources.find(({ id }) => id === source.id)?.state
        expect(state, source.id).toBe(due.length === 0 ? 'quiet' : 'ok')
      }
    })

    test('twice gives the same bytes', async () => {
      await using out = await temporaryFolder()
      const issues = await Promise.all(
        ['a', 'b'].map(async (name) => {
          const { folder } = await build({ replay, date: '2026-08-20', out: join(out.path, name) })
          return readFile(join(folder, 'issue.json'), 'utf8')
        }),
      )
      expect(issues[0]).toBe(issues[1])
    })

    // The feeds change places among the addresses: whatever an address answers is read for what it is.
    test.for([
      ['2026-08-18', 1],
      ['2026-08-29', 5],
      ['2026-05-28', 3],
    ] as const)('holds for another day, %s, with the feeds shuffled by %i', async ([date, by]) => {
      await using out = await temporaryFolder()
      const folder = join(out.path, 'replay')
      const manifest = await readManifest()
      const feeds = manifest.filter(
        ({ url, file }) => file?.includes('/feeds/') && !url.includes('arxiv'),
      )
      const turned = manifest.map((entry) => {
        const place = feeds.indexOf(entry)
        const other = place === -1 ? entry : (feeds[(place + by) % feeds.length] ?? entry)
        const body =
          other.file === undefined ? {} : { file: relative(folder, join(replay, other.file)) }
        return { ...entry, ...body, headers: other.headers, capturedAt: other.capturedAt }
      })
      await mkdir(folder)
      await writeFile(join(folder, 'manifest.json'), JSON.stringify(turned.toReversed()))
      const { issue } = await build({ replay: folder, date, out: join(out.path, 'site') })
      expect(issue.sources.filter(({ state }) => state === 'drift')).toEqual([])
      const failed = issue.sources.filter(({ state }) => state === 'failed')
      const later = failed.filter(({ reason }) => reason?.includes('after this issue'))
      expect(failed.length - later.length).toBe(1)
      expect(later.every(({ capturedAt }) => (capturedAt ?? '') > date)).toBe(true)
      for (const item of headlines(issue)) expect(item.publishedAt.slice(0, 10) <= date).toBe(true)
    })
  },
)
