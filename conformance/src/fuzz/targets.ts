import { discoverFeeds, parseDate, parseFeed, parseOpml } from '@inference-report/feed'
import type { Execution, TargetName } from './execution.ts'
import { textOf } from './text-of.ts'

/** What the suite `feed` calls with an input. */
export const targets: Readonly<Record<TargetName, (execution: Execution) => unknown>> = {
  feed: ({ bytes, url, contentType }) => parseFeed(bytes, { url, contentType }),
  'feed-unsanitized': ({ bytes, url, contentType }) =>
    parseFeed(bytes, { url, contentType, sanitize: false }),
  'feed-of-text': ({ bytes, url }) => parseFeed(textOf(bytes), { url }),
  date: ({ bytes }) => parseDate(textOf(bytes)),
  page: ({ bytes, url }) => discoverFeeds(textOf(bytes), url ?? 'not an address'),
  opml: ({ bytes }) => parseOpml(textOf(bytes)),
}

function isTarget(name: string): name is TargetName {
  return Object.hasOwn(targets, name)
}

/** Calls what the execution names. */
export function callFeed(execution: Execution): unknown {
  const { target } = execution
  if (!isTarget(target)) throw new Error(`feed has no target ${target}`)
  return targets[target](execution)
}
