import { detectDrift, type Snapshot } from '@inference-report/leaderboard'
import { type Fetch, readText, request, SourceError, type Warning } from '@inference-report/source'
import { readTotalPages } from './current-api.ts'
import { parseModels } from './parse.ts'
import { type SurfaceName, surfaces } from './surfaces.ts'

export interface FetchOptions {
  fetch: Fetch
  /** Sent as `x-api-key`, to the two APIs only. */
  apiKey?: string | undefined
  /** What to read, the first choice first. By default `['api', 'page']` with a key, else `['page']`. */
  surfaces?: readonly SurfaceName[] | undefined
  /** The last good snapshot: what `detectDrift` finds against it is added to the warnings. */
  previous?: Snapshot | undefined
  /** ISO 8601 UTC, or `YYYY-MM-DD`; otherwise unknown, for this package reads no clock. */
  capturedAt?: string | undefined
}

const source = 'artificial-analysis'
// 690 models were 4 pages in October 2026.
const mostPages = 50

/**
 * Reads the board from the first surface that gives it, all pages of the API before ranking. Each one
 * that failed leaves the warning `fallback`, which says why.
 *
 * @throws SourceError the failure of the last surface.
 */
export async function fetchModels(options: FetchOptions): Promise<Snapshot> {
  const names = options.surfaces ?? (options.apiKey ? ['api', 'page'] : ['page'])
  const fallbacks: Warning[] = []
  let failure: SourceError | undefined
  for (const name of names) {
    try {
      const bodies = await readSurface(name, options)
      const snapshot = parseModels(bodies, { capturedAt: options.capturedAt })
      const drift = options.previous === undefined ? [] : detectDrift(options.previous, snapshot)
      const drifts = drift.map(({ code, message }) => ({ code, message }))
      return { ...snapshot, warnings: [...fallbacks, ...snapshot.warnings, ...drifts] }
    } catch (error) {
      if (!SourceError.is(error)) throw error
      failure = error
      fallbacks.push({ code: 'fallback', message: `The surface ${name} failed: ${error.message}.` })
    }
  }
  throw failure ?? new RangeError('fetchModels needs at least one surface')
}

async function readSurface(name: SurfaceName, options: FetchOptions): Promise<string[]> {
  const { url } = surfaces[name]
  const bodies = [await readBody(url, name !== 'page', options)]
  if (name !== 'api') return bodies
  for (let page = 2; page <= totalPages(bodies.at(-1), url); page += 1) {
    const next = new URL(url)
    next.searchParams.set('page', String(page))
    bodies.push(await readBody(next.href, true, options))
  }
  return bodies
}

function totalPages(body: string | undefined, url: string): number {
  const total = readTotalPages(readJson(body))
  if (total <= mostPages) return total
  const received = `${total} pages`
  throw new SourceError('drift', { source, url, expected: `at most ${mostPages} pages`, received })
}

function readJson(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch {
    // parseModels says what is wrong with it.
    return undefined
  }
}

async function readBody(url: string, isApi: boolean, options: FetchOptions): Promise<string> {
  const headers = isApi && options.apiKey ? { 'x-api-key': options.apiKey } : {}
  return readText(await request(url, { fetch: options.fetch, source, headers }), source)
}
