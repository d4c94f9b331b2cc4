import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { describe, expect, test } from 'vitest'
import { parseLeaderboard } from '../src/index.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const read = (file: string) => readFileSync(`${captures}/leaderboards/${file}`, 'utf8')

describe.skipIf(!existsSync(captures))('captures (skipped where there are none)', () => {
  test('the table of 28 May 2026, by hand', () => {
    const snapshot = parseLeaderboard(read('swerebench_table_excerpt_2026-05-28.html'))
    expect(snapshot.warnings).toEqual([])
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
    expect(snapshot.series).toBe('swe-rebench/all/2026-03-01..2026-05-15')
    expect(snapshot.entries).toHaveLength(12)
    expect(snapshot.entries[0]).toMatchObject({
      id: 'gpt-5.5-2026-04-23-xhigh',
      rank: 1,
      effort: 'xhigh',
      values: { resolvedPercent: 62.7, semPercent: 0.91, costUsdPerProblem: 2.25 },
      flags: ['contaminated'],
    })
    const agents = snapshot.entries.filter(({ kind }) => kind === 'agent')
    expect(agents.map(({ id, rank }) => [id, rank])).toEqual([
      ['codex', 2],
      ['claude-code', 3],
      ['cursor', 8],
    ])
    expect(snapshot.entries.filter(({ flags }) => flags.includes('out-of-range'))).toHaveLength(3)
    expect(snapshot.entries.filter((entry) => 'rank' in entry)).toHaveLength(9)
  })

  test('the payload of 28 May 2026: an evaluated range, and one beyond it', () => {
    const html = read('swerebench_flight_excerpt_2026-05-28.html')
    const window = { from: '2025-01-01', to: '2025-08-01' }
    expect(parseLeaderboard(html, { window }).entries).toMatchObject([
      { id: 'gpt-4.1-2025-04-14', rank: 1, values: { passAt5Percent: 43.32493702770781 } },
    ])
    // The payload repeats the same numbers for every later end; the page shows N/A.
    const beyond = { from: '2025-01-01', to: '2026-05-15' }
    expect(() => parseLeaderboard(html, { window: beyond })).toThrowError(/not-found/)
    expect(() => parseLeaderboard(html)).toThrowError(/drift/)
  })
})
