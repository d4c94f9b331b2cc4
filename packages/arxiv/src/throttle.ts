import { SourceError } from '@inference-report/source'

const tags = /<!--[\s\S]*?(?:-->|$)|<[^>]*(?:>|$)/g
const throttle =
  /^(?:(?:error|http|status|sorry|arxiv(?:\.org)?|\d{3})\b[^\w[]*){0,3}(?:rate exceeded|too many requests)\b/i

/**
 * arXiv's throttle is one line of plain text, at times with status 200. Only what begins with it is one:
 * a paper may be called so.
 *
 * @throws SourceError `rate-limited`
 */
export function throwIfThrottled(text: string, expected: string): void {
  if (!throttle.test(text.slice(0, 1000).replace(tags, ' ').trim())) return
  throw new SourceError('rate-limited', { source: 'arxiv', expected, received: text })
}
