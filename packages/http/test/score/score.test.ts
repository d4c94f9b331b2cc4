import { expect, test } from 'vitest'
import { table } from '../fault-server/table.ts'
import { feeds } from './feeds.ts'
import { scoreHead, scoreRow } from './score-table.ts'
import { month, simulate } from './simulate.ts'

test('thirty days, with restarts and kills, against a server that keeps the score', async () => {
  const { score, restarts, kills } = await simulate(new URL('./ours.ts', import.meta.url), {
    ...month,
    execArgv: ['--conditions=@inference-report/source'],
  })
  process.stdout.write(
    `\n${month.days} days, ${restarts} restarts, ${kills} kills\n${table(scoreHead, [scoreRow('ours', score)])}\n`,
  )
  expect(restarts).toBe(month.restarts)
  expect(kills).toBeGreaterThan(month.kills / 2)
  expect(score).toMatchObject({
    unconditional: feeds.length,
    unconditionalPerUrl: 1,
    ifNoneMatch: { outOfSequence: 0, bogus: 0 },
    ifModifiedSince: { outOfSequence: 0, bogus: 0 },
    cookies: 0,
    referrers: 0,
    additions: 0,
    tooEarly: 0,
  })
  expect(score.minSpacingSeconds).toBeGreaterThanOrEqual(3600)
  // Not by never asking: five of six may be asked hourly or half-daily, one daily.
  expect(score.requests).toBeGreaterThan(4 * 30 * 12)
  expect(score.ifNoneMatch.good + score.ifModifiedSince.good).toBeGreaterThan(score.requests / 2)
}, 180_000)
