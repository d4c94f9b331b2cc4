import type { SourceError } from '@inference-report/source'
import { challengeIn, isUnexpectedHtml } from './challenge.ts'
import type { Answer, Hop } from './exchange.ts'
import { httpError } from './http-error.ts'
import type { UrlState } from './url-state.ts'

/** The error of an answer that is none: a puzzle, or a web page where a feed was. */
export function refusedBy(
  { url, headers, own }: Hop,
  answer: Answer,
  before: UrlState | undefined,
): SourceError | undefined {
  const challenge = challengeIn(answer)
  if (challenge !== undefined) {
    return httpError('blocked', url, 'the page and no challenge', { received: challenge })
  }
  const accept = own.has('accept') ? headers['accept'] : undefined
  if (!isUnexpectedHtml(answer, accept, before?.answer?.headers['content-type'])) return undefined
  return httpError('blocked', url, 'XML or JSON', { received: 'an HTML page' })
}
