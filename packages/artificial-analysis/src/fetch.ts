import { detectDrift, refuseDrift, type Snapshot } from '@inference-report/leaderboard'
import { type Fetch, SourceError } from '@inference-report/source'
import { ranges } from './metrics.ts'
import { parseModels } from './parse.ts'
import { readSurface } from './read-surface.ts'
import type { ParseOptions } from './snapshot.ts'
import { type SurfaceName, surfaces } from './surfaces.ts'

export interface FetchOptions extends Omit<ParseOptions, 'url'> {
  fetch: Fetch
  /** Sent as `x-api-key`, to the APIs only. */
  apiKey?: string | undefined
  /** What to read, the first choice first. By default `['api', 'rsc', 'page']` with a key, else without `'api'`. */
  surfaces?: readonly SurfaceName[] | undefined
  /** The last good snapshot. What `detectDrift` finds against it is told, or thrown where it is grave. */
  previous?: Snapshot | undefined
}

const source = 'artificial-analysis'

/**
 * Reads the board from the first surface that gives the whole of it; the API's pages all before ranking,
 * and none of the rest where the day's quota does not reach. Each surface that failed leaves the warning
 * `fallback`, which says why and what was read instead: its `series` is another.
 *
 * @throws SourceError the failure of the last surface; or `drift` for a board that cannot follow
 * `previous`, with the signs in `received` and `cause`. No other surface is asked then: it could not
 * follow `previous` either.
 */
export async function fetchModels(options: FetchOptions): Promise<Snapshot> {
  const names = options.surfaces ?? (options.apiKey ? ['api', 'rsc', 'page'] : ['rsc', 'page'])
  const failures: { name: SurfaceName; error: SourceError }[] = []
  for (const [index, name] of names.entries()) {
    let snapshot: Snapshot
    try {
      snapshot = parseModels(await readSurface(name, options), viewOf(options))
      if (index < names.length - 1) refusePartial(snapshot)
    } catch (error) {
      if (!SourceError.is(error)) throw error
      failures.push({ name, error })
      continue
    }
    const fallbacks = failures.map((failed) => ({
      code: 'fallback',
      message: `The surface ${failed.name} failed (${failed.error.message}); ${name} was read instead.`,
    }))
    const drifts = readDrift(options.previous, snapshot, surfaces[name].url)
    return { ...snapshot, warnings: [...fallbacks, ...snapshot.warnings, ...drifts] }
  }
  throw failures.at(-1)?.error ?? new RangeError('fetchModels needs at least one surface')
}

function viewOf({
  fetch: _,
  apiKey: __,
  surfaces: ___,
  previous: ____,
  ...view
}: FetchOptions): ParseOptions {
  return view
}

/** Where another surface may give the whole board, a part of one is a failure. */
function refusePartial({ warnings }: Snapshot): void {
  const partial = warnings.find(({ code }) => code === 'partial')
  if (partial === undefined) return
  throw new SourceError('drift', {
    source,
    expected: 'the whole board',
    received: partial.message,
  })
}

function readDrift(
  previous: Snapshot | undefined,
  snapshot: Snapshot,
  url: string,
): Snapshot['warnings'] {
  if (previous === undefined) return []
  // Each surface has columns of its own: that another one lacks them is no loss of the source's.
  const isSame = surfaceOf(previous) === surfaceOf(snapshot)
  const optional = isSame ? [] : [...previous.metrics.map(({ key }) => key), 'organization']
  const found = detectDrift(previous, snapshot, {
    required: ['intelligenceIndex'],
    optional,
    ranges,
  })
  return refuseDrift(found, { source, url }).map(({ code, message, column }) => ({
    code,
    message,
    ...(column === undefined ? {} : { path: column }),
  }))
}

/** The series without the version of the index. */
function surfaceOf({ series }: Snapshot): string {
  return series.replace(/\/\d[\d.]*(?=\/|$)/, '')
}
