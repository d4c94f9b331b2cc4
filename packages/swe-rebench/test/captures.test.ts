import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { snapshotSchema } from '@inference-report/leaderboard/schema'
import { describe, expect, test } from 'vitest'
import { parseLeaderboard } from '../src/index.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const read = (file: string) => readFileSync(`${captures}/leaderboards/${file}`, 'utf8')
const hash = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

describe.skipIf(!existsSync(captures))('captures (skipped where there are none)', () => {
  test('the table of 28 May 2026, by hand', () => {
    const snapshot = parseLeaderboard(read('swerebench_table_excerpt_2026-05-28.html'))
    expect(snapshot.warnings).toEqual([])
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
    expect(snapshot.series).toBe('swe-rebench/all/2026-03-01..2026-05-15')
    expect(snapshot.metrics.map(({ key }) => key)).toEqual([
      'resolvedPercent',
      'semPercent',
      'passAt5Percent',
      'costUsdPerProblem',
      'tokensPerProblem',
      'cachedTokensPercent',
    ])
    const rows = snapshot.entries.map(({ id, rank, flags, values }) => [
      id,
      rank,
      flags.join(),
      values['resolvedPercent'],
      values['semPercent'],
      values['passAt5Percent'],
      values['costUsdPerProblem'],
      values['tokensPerProblem'],
      values['cachedTokensPercent'],
    ])
    const na = [undefined, undefined, undefined, undefined, undefined, undefined]
    expect(rows).toEqual([
      ['gpt-5.5-2026-04-23-xhigh', 1, 'contaminated', 62.7, 0.91, 70, 2.25, 2120660, 90],
      ['codex', 2, 'external', 60.4, 1.37, 71.8, 1.75, 1898131, 92.5],
      ['claude-code', 3, 'external', 59.6, 1.98, 72.7, 1.74, 1878248, 93.6],
      ['gpt-5.5-2026-04-23-medium', 4, 'contaminated', 58.9, 0.78, 70, 0.98, 708418, 83.5],
      ['claude-opus-4.8-xhigh', 5, 'contaminated', 56.4, 1.29, 67.3, 2.02, 2479387, 95.5],
      ['gpt-5.4-2026-03-05-medium', 6, 'contaminated', 54.9, 1.02, 70.9, 0.6, 834452, 83.5],
      ['claude-opus-4.7-high', 7, 'contaminated', 53.1, 1.45, 66.4, 1.32, 1526135, 94.2],
      ['cursor', 8, 'external', 53, 0.53, 64.5, 0.23, 1031653, 98.7],
      ['claude-sonnet-4.6-high', 9, '', 51.3, 0.55, 63.6, 1.29, 2644577, 95.6],
      ['llama-4-scout-17b-16e-instruct', undefined, 'out-of-range', ...na],
      ['minimax-m2', undefined, 'out-of-range', ...na],
      ['step-3.5-flash', undefined, 'out-of-range', ...na],
    ])
    expect(snapshot.entries.filter(({ kind }) => kind === 'agent')).toHaveLength(3)
    expect(hash(snapshot)).toMatchInlineSnapshot(`"53a44f79b3ccb977"`)
  })

  test('the payload of 28 May 2026: evaluated ranges, by hand', () => {
    const html = read('swerebench_flight_excerpt_2026-05-28.html')
    const rows = [
      ['2025-01-01', '2025-01-15', 31.304347826086953, 1.4744195615489712, 43.47826086956522],
      ['2025-01-01', '2025-07-15', 30.335917312661497, 0.20992347298800876, 43.669250645994836],
      ['2025-01-01', '2025-08-01', 30.125944584382875, 0.23359240542810358, 43.32493702770781],
      ['2025-01-15', '2025-02-01', 31.11111111111111, 0.6349206349206349, 46.03174603174603],
    ] as const
    const snapshots = rows.map(([from, to, resolvedPercent, semPercent, passAt5Percent]) => {
      const snapshot = parseLeaderboard(html, { window: { from, to } })
      expect(snapshot.warnings).toEqual([])
      expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
      expect(snapshot.series).toBe(`swe-rebench/all/${from}..${to}`)
      expect(snapshot.entries).toEqual([
        {
          id: 'gpt-4.1-2025-04-14__text',
          name: 'gpt-4.1-2025-04-14',
          kind: 'model',
          rank: 1,
          // Its costs and tokens are zeros, which nobody counted, and its cached part is null.
          values: { resolvedPercent, semPercent, passAt5Percent },
          releasedOn: '2025-04-14',
          flags: ['contaminated'],
        },
      ])
      return snapshot
    })
    expect(hash(snapshots)).toMatchInlineSnapshot(`"35f57983859ed3bc"`)
  })

  test.for([
    // Later ends repeat the last numbers; the page shows N/A.
    ['2025-01-01', '2025-08-15'],
    ['2025-01-01', '2026-05-15'],
    // No length, and zeros that nobody scored.
    ['2025-01-01', '2025-01-01'],
    ['2025-01-15', '2025-01-15'],
    // No such window.
    ['2025-01-02', '2025-02-01'],
  ])('the payload of 28 May 2026 has no results from %s to %s', ([from = '', to = '']) => {
    const html = read('swerebench_flight_excerpt_2026-05-28.html')
    expect(() => parseLeaderboard(html, { window: { from, to } })).toThrowError(/not-found/)
  })

  test('the payload of 28 May 2026 is cut before the window it shows, and has one language', () => {
    const html = read('swerebench_flight_excerpt_2026-05-28.html')
    expect(() => parseLeaderboard(html)).toThrowError(/drift/)
    const window = { from: '2025-01-01', to: '2025-08-01' }
    expect(() => parseLeaderboard(html, { language: 'python', window })).toThrowError(/not-found/)
  })
})
