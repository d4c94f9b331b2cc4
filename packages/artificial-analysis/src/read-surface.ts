import { type Fetch, readText, request, SourceError } from '@inference-report/source'
import { hasMorePages, readCount, readTotalPages } from './api-envelope.ts'
import { refuseOverQuota } from './quota.ts'
import { type SurfaceName, surfaces } from './surfaces.ts'

const source = 'artificial-analysis'
// 690 models were 4 pages in October 2026.
const mostPages = 50

export interface ReadOptions {
  fetch: Fetch
  apiKey?: string | undefined
}

/** The bodies of a surface: one, or all pages of the current API that it gives. */
export async function readSurface(name: SurfaceName, options: ReadOptions): Promise<string[]> {
  const { url } = surfaces[name]
  const bodies: string[] = []
  let next: string | undefined = url
  while (next !== undefined) {
    const response = await request(next, {
      fetch: options.fetch,
      source,
      headers: headersOf(name, options),
    })
    const body = await readText(response, source)
    // A server that repeats itself would be asked until the day's quota is gone.
    if (bodies.includes(body)) break
    bodies.push(body)
    next = name.startsWith('api') ? nextPage(body, bodies.length, url, response.headers) : undefined
  }
  return bodies
}

function headersOf(name: SurfaceName, { apiKey }: ReadOptions): Record<string, string> {
  if (name === 'rsc') return { RSC: '1' }
  // The page never gets the key.
  return name === 'page' || !apiKey ? {} : { 'x-api-key': apiKey }
}

function nextPage(body: string, page: number, url: string, headers: Headers): string | undefined {
  const answer = readJson(body)
  if (!hasMorePages(answer, page)) return undefined
  // Nor are there new ones from a server that gives another page than it is asked for.
  if ((readCount(answer, 'pagination.page') ?? page) !== page) return undefined
  const total = readTotalPages(answer) ?? page + 1
  if (total > mostPages || page >= mostPages) {
    const received = `${total} pages`
    throw new SourceError('drift', {
      source,
      url,
      expected: `at most ${mostPages} pages`,
      received,
    })
  }
  const next = new URL(url)
  next.searchParams.set('page', String(page + 1))
  refuseOverQuota(headers, Math.max(total - page, 1), next.href)
  return next.href
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // parseModels says what is wrong with it.
    return undefined
  }
}
