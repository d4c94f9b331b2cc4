import type { Fetch } from '@inference-report/source'
import { fetchPage } from './fetch-page.ts'
import { parseTrendingDevelopers } from './parse-developers.ts'
import { parseTrending } from './parse-trending.ts'
import type { Period, Trending, TrendingDevelopers } from './trending.ts'
import { type TrendingUrlOptions, trendingDevelopersUrl, trendingUrl } from './trending-url.ts'

export interface FetchTrendingOptions extends TrendingUrlOptions {
  fetch: Fetch
  /** Name or slug, e.g. `'python'`; absent for all languages. */
  language?: string | undefined
}

/**
 * Asks GitHub once for today's trending repositories, and checks that the answer is that page.
 * Only `https://github.com/trending` and `/trending/<language>` are asked, which robots.txt allows,
 * unless `overrideRobotsWithSince` says otherwise. `capturedAt` is the answer's own `Date`.
 *
 * @throws SourceError as `parseTrending`, and `rate-limited`, `not-found`, `blocked`, `timeout` or
 * `upstream` for an answer that is not a success. TypeError as `trendingUrl`; nobody is asked then.
 */
export async function fetchTrending(
  options: FetchTrendingOptions & {
    /**
     * Asks with `since=`, which robots.txt of github.com disallows: only for who has GitHub's leave. The
     * record says so with the warning `robots-overridden`. `derivePeriod` makes weeks and months of
     * stored days instead.
     */
    overrideRobotsWithSince?: Period | undefined
  },
): Promise<Trending> {
  const { fetch, language, overrideRobotsWithSince: since } = options
  if (since !== undefined && !['daily', 'weekly', 'monthly'].includes(since)) {
    throw new TypeError(`Not a period of GitHub Trending: ${JSON.stringify(since)}`)
  }
  const url = `${trendingUrl(language, options)}${since === undefined ? '' : `?since=${since}`}`
  const { html, capturedAt } = await fetchPage(fetch, url)
  const asked = { language: language ?? null, period: since ?? 'daily', url, capturedAt }
  const trending = parseTrending(html, asked)
  if (since === undefined) return trending
  const message = `${url} was asked for, although robots.txt of github.com disallows it.`
  const overridden = { code: 'robots-overridden', message, path: 'url' }
  return { ...trending, warnings: [...trending.warnings, overridden] }
}

/**
 * Asks GitHub once for today's trending developers: `https://github.com/trending/developers` or
 * `/trending/developers/<language>`, which robots.txt allows. Throws as `fetchTrending`.
 */
export async function fetchTrendingDevelopers(
  options: FetchTrendingOptions,
): Promise<TrendingDevelopers> {
  const { fetch, language } = options
  const url = trendingDevelopersUrl(language, options)
  const { html, capturedAt } = await fetchPage(fetch, url)
  return parseTrendingDevelopers(html, {
    language: language ?? null,
    period: 'daily',
    url,
    capturedAt,
  })
}
