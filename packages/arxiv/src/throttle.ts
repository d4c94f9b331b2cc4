import { SourceError } from '@inference-report/source'

/**
 * arXiv's throttle is one line of plain text, at times with status 200.
 *
 * @throws SourceError `rate-limited`
 */
export function throwIfThrottled(text: string, expected: string): void {
  if (!/\brate exceeded\b|\btoo many requests\b/i.test(text.slice(0, 1000))) return
  throw new SourceError('rate-limited', { source: 'arxiv', expected, received: text })
}
