/**
 * Why nothing more may be asked of GitHub's API for now, by an answer's headers; `undefined` where more
 * may. The secondary limits say only `Retry-After`, or nothing beside their status.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function readAllowance({ headers, status }: Response): string | undefined {
  const reset = headers.get('x-ratelimit-reset') ?? ''
  const until = /^\d{1,11}$/.test(reset)
    ? ` until ${new Date(Number(reset) * 1000).toISOString().replace('.000Z', 'Z')}`
    : ''
  if (/^0+$/.test(headers.get('x-ratelimit-remaining') ?? ''))
    return `the hour's requests are used up${until}`
  const wait = headers.get('retry-after') ?? ''
  if (/^[\w ,:+-]{1,40}$/.test(wait)) return `GitHub asks to wait (Retry-After ${wait})`
  if (status === 429) return `GitHub asks to wait${until}`
  // Without a valid token each of the others would be refused as well.
  return status === 401 ? 'the token is refused' : undefined
}
