import { checkBodies, checkSchema, checkValues } from '../check-record.ts'
import { makeExecution } from '../execution.ts'
import type { Failure } from '../failure.ts'
import { readSeeds } from '../seeds.ts'
import type { Sampled, Suite } from '../suite.ts'
import { callFeed } from '../targets.ts'

function isFeed(value: unknown): value is { items: { contentHtml?: string | undefined }[] } {
  return (
    typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items)
  )
}

function check(target: string, result: unknown, sampled: Sampled): Failure | undefined {
  if (target === 'date') return checkValues(result, 'dateAt')
  const found = checkValues(result, target)
  if (found !== undefined || !isFeed(result)) return found
  const wrong = sampled.schema ? checkSchema(result) : undefined
  if (wrong !== undefined) return wrong
  return sampled.bodies && target !== 'feed-unsanitized' ? checkBodies(result.items) : undefined
}

/** Everything of `@inference-report/feed`. */
export const feed: Suite = {
  noun: 'feeds',
  prepare(corpus) {
    const seeds = readSeeds(corpus)
    return {
      count: seeds.feeds.length,
      make: (seed, number) => makeExecution(seeds, seed, number),
    }
  },
  call: callFeed,
  mayRefuse: (target) => target !== 'date' && target !== 'page',
  check,
  isMemoryMeasured: true,
}
