import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { type Client, type Provenance, provenance } from '@inference-report/http'
import type { IssueSource } from '@inference-report/issue'
import type { SourceConfig } from './config.ts'
import { failureOf, itemCount, type Verdict, verdictOf } from './source-state.ts'
import type { CollectContext, Harvest } from './sources/harvest.ts'
import { addresses, collect } from './sources/index.ts'

export interface Collected {
  config: SourceConfig
  source: IssueSource
  /** Absent where the source failed or may not be used. */
  harvest?: Harvest | undefined
  ms: number
}

/** Reads one source and judges it. Never rejects: a failure is a state. */
export async function collectSource(
  config: SourceConfig,
  client: Client,
  context: Omit<CollectContext, 'fetch'>,
): Promise<Collected> {
  const started = performance.now()
  const answers: Provenance[] = []
  const fetch: CollectContext['fetch'] = async (input, init) => {
    const response = await client.fetch(input, init)
    const origin = provenance(response)
    if (origin !== undefined) answers.push(origin)
    return response
  }
  const finish = (verdict: Verdict, harvest?: Harvest): Collected => ({
    config,
    harvest,
    ms: Math.round(performance.now() - started),
    source: {
      id: config.id,
      name: config.name,
      url:
        (answers.findLast(({ status }) => status < 400) ?? answers.at(-1))?.url ??
        addresses(config)[0],
      ...verdict,
      capturedAt: latestCapture(answers),
      status: answers.at(-1)?.status,
      sha256: hashOf(answers),
      items: harvest === undefined ? 0 : itemCount(harvest),
      warnings: harvest?.warnings ?? [],
    },
  })
  try {
    const harvest = await collect(config, { ...context, fetch })
    const verdict = verdictOf(config.kind, harvest, latestCapture(answers), context.date)
    return finish(verdict, verdict.state === 'failed' ? undefined : dated(harvest, answers))
  } catch (error) {
    return finish(failureOf(error))
  }
}

/** Boards are known by when they were captured, which the client knows and a page does not say. */
function dated(harvest: Harvest, answers: readonly Provenance[]): Harvest {
  const capturedAt = latestCapture(answers)
  if (harvest.kind !== 'leaderboard' || capturedAt === undefined) return harvest
  const { snapshot } = harvest
  return {
    ...harvest,
    snapshot: { ...snapshot, capturedAt, id: `${snapshot.board}@${capturedAt}` },
  }
}

function latestCapture(answers: readonly Provenance[]): string | undefined {
  return answers
    .map(({ capturedAt }) => capturedAt)
    .sort()
    .at(-1)
}

function hashOf(answers: readonly Provenance[]): string | undefined {
  const hashes = answers.map(({ sha256 }) => sha256)
  if (hashes.length <= 1) return hashes[0]
  return createHash('sha256').update(hashes.join('\n')).digest('hex')
}
