import { type Fetch, readText, request } from '@inference-report/source'
import type { Expected } from './check-expected.ts'

const source = 'github-trending'

/** Asks for one page, once, and says when the answer was made, where it does. */
export async function fetchPage(
  fetch: Fetch,
  url: string,
): Promise<{ html: string; capturedAt: Expected['capturedAt'] }> {
  const response = await request(url, { fetch, source, headers: { accept: 'text/html' } })
  const made = Date.parse(response.headers.get('date') ?? '')
  const html = await readText(response, source)
  return { html, capturedAt: Number.isNaN(made) ? undefined : new Date(made).toISOString() }
}
