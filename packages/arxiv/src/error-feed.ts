import { SourceError } from '@inference-report/source'
import { childOf, childrenOf, oneLine, textOf } from './child-elements.ts'
import { atom } from './namespaces.ts'
import type { Element } from './xml-element.ts'

/**
 * arXiv tells its errors in a well-formed feed, at times with status 200.
 *
 * @throws SourceError `upstream`, with arXiv's own words in `received`.
 */
export function throwIfErrorFeed(root: Element): void {
  const message = dailyFeedError(root) ?? queryError(root)
  if (message === undefined) return
  throw new SourceError('upstream', {
    source: 'arxiv',
    expected: 'a feed with papers',
    received: message,
    // All of these are about the request itself: asking again changes nothing.
    retryable: /internal server error/i.test(message),
  })
}

function dailyFeedError(root: Element): string | undefined {
  const channel = childOf(root, ['', 'channel'])
  const title =
    channel === undefined ? textOf(root, [atom, 'title']) : textOf(channel, ['', 'title'])
  if (title === undefined || !/^Feed error for query\b/i.test(title)) return undefined
  const reason =
    channel === undefined ? textOf(root, [atom, 'subtitle']) : textOf(channel, ['', 'description'])
  return oneLine(reason) ?? title
}

/** By the id, not by the title "Error": a paper may be called that. */
function queryError(root: Element): string | undefined {
  const error = childrenOf(root, [atom, 'entry']).find((entry) =>
    /^https?:\/\/(?:export\.)?arxiv\.org\/api\/errors/i.test(textOf(entry, [atom, 'id']) ?? ''),
  )
  if (error === undefined) return undefined
  return oneLine(textOf(error, [atom, 'summary'])) ?? 'an error without a reason'
}
