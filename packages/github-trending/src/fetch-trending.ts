import { type Fetch, readText, request } from '@inference-report/source'
import { parseTrending } from './parse-trending.ts'
import type { Trending } from './trending.ts'
import { trendingUrl } from './trending-url.ts'

/**
 * Asks GitHub once for today's trending repositories, and checks that the answer is that page.
 * Only `https://github.com/trending` and `/trending/<language>` are ever asked.
 *
 * @throws SourceError as `parseTrending`, and `rate-limited`, `not-found`, `blocked`, `timeout` or
 * `upstream` for an answer that is not a success. TypeError as `trendingUrl`.
 */
export async function fetchTrending(options: {
  fetch: Fetch
  /** Name or slug, e.g. `'python'`; absent for all languages. */
  language?: string | undefined
}): Promise<Trending> {
  const { fetch, language } = options
  const url = trendingUrl(language)
  const source = 'github-trending'
  const html = await readText(
    await request(url, { fetch, source, headers: { accept: 'text/html' } }),
    source,
  )
  return parseTrending(html, { language: language ?? null, period: 'daily', url })
}
