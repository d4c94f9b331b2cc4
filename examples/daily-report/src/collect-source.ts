import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { type Client, type Provenance, provenance } from '@inference-report/http'
import type { IssueSource } from '@inference-report/issue'
import { SourceError } from '@inference-report/source'
import type { SourceConfig } from './config.ts'
import { failureOf, type Verdict, verdictOf } from './source-state.ts'
import type { CollectContext, Harvest } from './sources/harvest.ts'
import { addresses, collect } from './sources/index.ts'
import { wellFormed } from './well-formed.ts'

export interface Collected {
  config: SourceConfig
  /** How many of its items the issue holds, only the issue knows. */
  source: Omit<IssueSource, 'items'>
  /** Absent where the source failed or may not be used. */
  harvest?: Harvest | undefined
  ms: number
}

/** What of a source's answers the issue shows. */
interface Finding {
  shown?: Provenance | undefined
  /** Of a request that had no answer. */
  url?: string | undefined
  harvest?: Harvest | undefined
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
  const finish = (
    verdict: Verdict,
    used: readonly Provenance[],
    { shown, url, harvest }: Finding,
  ): Collected =>
    wellFormed({
      config,
      harvest,
      ms: Math.round(performance.now() - started),
      source: {
        id: config.id,
        name: config.name,
        url: shown?.url ?? url ?? addresses(config)[0],
        ...verdict,
        capturedAt: earliestCapture(used),
        status: shown?.status,
        sha256: hashOf(used),
        warnings: harvest?.warnings ?? [],
      },
    })
  try {
    const harvest = await collect(config, { ...context, fetch })
    await client.parsed(addresses(config)[0], true)
    // An answer that failed, or another surface's, says nothing of when these figures are from.
    const used = answers.filter(
      ({ status, url }) =>
        status < 400 && (harvest.from === undefined || url.startsWith(harvest.from)),
    )
    const capturedAt = earliestCapture(used)
    const verdict = verdictOf(config.kind, harvest, capturedAt, context.date)
    return finish(verdict, used, {
      // What is asked for after it adds to it, as arXiv's listing does to its daily feed.
      shown: used[0],
      harvest: verdict.state === 'failed' ? undefined : dated(harvest, capturedAt),
    })
  } catch (error) {
    // What has become unreadable for good must not be asked for day after day.
    if (isUnreadable(error)) await client.parsed(addresses(config)[0], false)
    const url = SourceError.is(error) ? error.url : undefined
    const shown = answers.find((answer) => answer.url === url) ?? answers.at(-1)
    // Unlike the configuration's, the address that an error tells is without secrets.
    return finish(failureOf(error), answers, { shown, url })
  }
}

function isUnreadable(error: unknown): boolean {
  return SourceError.is(error) && ['not-a-feed', 'unparseable', 'drift'].includes(error.code)
}

/** Boards are known by when they were captured, which the client knows and a page does not say. */
function dated(harvest: Harvest, capturedAt: string | undefined): Harvest {
  if (harvest.kind !== 'leaderboard' || capturedAt === undefined) return harvest
  const { snapshot } = harvest
  return {
    ...harvest,
    snapshot: { ...snapshot, capturedAt, id: `${snapshot.board}@${capturedAt}` },
  }
}

/** What is made of several answers is as old as the oldest. */
function earliestCapture(answers: readonly Provenance[]): string | undefined {
  return answers.map(({ capturedAt }) => capturedAt).sort()[0]
}

function hashOf(answers: readonly Provenance[]): string | undefined {
  const hashes = answers.map(({ sha256 }) => sha256)
  if (hashes.length <= 1) return hashes[0]
  return createHash('sha256').update(hashes.join('\n')).digest('hex')
}
