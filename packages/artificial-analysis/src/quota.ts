import { SourceError } from '@inference-report/source'

/**
 * Refuses to begin what today's quota cannot end: some pages of the board are no board, and the free
 * tier has 100 requests a day. A server that does not say how many are left is believed to have enough.
 *
 * @throws SourceError `rate-limited`, with the requests left and when there are more.
 * @see https://artificialanalysis.ai/api/v2/openapi (X-RateLimit-Remaining, X-RateLimit-Reset)
 */
export function refuseOverQuota(headers: Headers, pagesLeft: number, url: string): void {
  const remaining = readCount(headers.get('x-ratelimit-remaining'))
  if (remaining === undefined || remaining >= pagesLeft) return
  const seconds = readCount(headers.get('x-ratelimit-reset'))
  const reset = seconds === undefined ? undefined : new Date(seconds * 1000)
  const isDate = reset !== undefined && !Number.isNaN(reset.getTime())
  const until = isDate ? ` until ${reset.toISOString().replace('.000Z', 'Z')}` : ''
  throw new SourceError('rate-limited', {
    source: 'artificial-analysis',
    url,
    expected: `quota for the ${pagesLeft} pages that are left`,
    received: `${remaining} requests left${until}`,
  })
}

function readCount(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined
}
