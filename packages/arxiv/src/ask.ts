import { type Fetch, readText, request, SourceError } from '@inference-report/source'
import type { FlowOptions } from './flow-options.ts'
import type { Limiter, Turn } from './limiter.ts'
import { limiterOf } from './limiter-of.ts'
import { readRetryAfter } from './retry-after.ts'

/** How long to wait before the first repetition, in milliseconds; each later one takes twice as long. */
const firstWaitMs = { throttled: 60_000, unavailable: 15_000, damaged: 5000 } as const

/** Reads the text of an answer; `isLast` where it will not be asked for again. */
type Read<T> = (text: string, isLast: boolean) => T

/**
 * What `read` makes of the answer of an address. Waits for its turn, and asks again what may succeed
 * then: throttled, unavailable, cut, empty, or HTML where XML was asked for.
 *
 * @throws SourceError as `read`, and as `readText` of `@inference-report/source` for an answer that is no
 * success; TypeError for bad `retries` or `patienceMs`; the signal's reason.
 */
export async function ask<T>(url: string, read: Read<T>, options: FlowOptions): Promise<T> {
  const { signal, retries = 3, patienceMs = 600_000, onRetry } = options
  if (!(retries >= 0)) throw new TypeError(`"retries" is a number from 0, not ${retries}.`)
  if (!(patienceMs >= 0)) throw new TypeError(`"patienceMs" is a number from 0, not ${patienceMs}.`)
  const { limiter, isDefault } = limiterOf(options)
  let leftMs = patienceMs
  let turnMs = patienceMs
  for (let attempt = 1; ; attempt++) {
    // Not every limiter looks at it, nor every `fetch`.
    signal?.throwIfAborted()
    const isLast = attempt > retries
    const turn = { signal, patienceMs: turnMs }
    const outcome = await limiter
      .run(
        (each) => attemptOnce(url, read, options, { limiter, isDefault, attempt, isLast }, each),
        turn,
      )
      .catch((error: unknown) => {
        throw SourceError.is(error) ? withUrl(error, url) : error
      })
    if ('value' in outcome) return outcome.value
    const { error, waitMs } = outcome
    if (waitMs === undefined || isLast || waitMs > leftMs) throw error
    onRetry?.({ url, error, attempt, waitMs })
    // The next turn is as far away as this wait, or further where others have to wait as well.
    turnMs = leftMs
    leftMs -= waitMs
  }
}

type Outcome<T> = { value: T } | { error: SourceError; waitMs?: number | undefined }

interface Circumstances {
  limiter: Limiter
  isDefault: boolean
  attempt: number
  isLast: boolean
}

async function attemptOnce<T>(
  url: string,
  read: Read<T>,
  { fetch, signal, random = Math.random }: FlowOptions,
  { limiter, isDefault, attempt, isLast }: Circumstances,
  turn: Turn,
): Promise<Outcome<T>> {
  let response: Response | undefined
  try {
    response = await request(url, { fetch: withSignal(fetch, signal), source: 'arxiv' })
    return { value: await readAnswer(response, (text) => read(text, isLast)) }
  } catch (thrown) {
    signal?.throwIfAborted()
    if (!SourceError.is(thrown)) throw thrown
    const error = withUrl(thrown, url)
    if (error.code === 'not-recorded') turn.free()
    const kind = kindOf(error, response?.status)
    if (kind === undefined) return { error }
    const header = response?.headers.get('retry-after') ?? null
    const wanted = readRetryAfter(header, limiter.now()) ?? 0
    // `Retry-After: 0` is what arXiv says when it is overloaded: asking at once would prolong it.
    const waitMs =
      wanted > 0 ? wanted : firstWaitMs[kind] * 2 ** (attempt - 1) * (1 + random() / 10)
    if (kind !== 'damaged' || !isLast) turn.coolDown(waitMs)
    return { error, waitMs }
  } finally {
    if (isDefault && response !== undefined && !cameOverNetwork(response)) turn.free()
  }
}

async function readAnswer<T>(response: Response, read: (text: string) => T): Promise<T> {
  const { ok, status, headers } = response
  // A bad request, and a failure of the query API, are told in a feed or on a page that says why.
  if (!ok && status !== 400 && status !== 500) await readText(response, 'arxiv')
  const text = await response.text().catch((cause: unknown) => {
    if (!(cause instanceof TypeError)) throw cause
    const received = String(cause)
    throw new SourceError('upstream', {
      source: 'arxiv',
      expected: 'a whole answer',
      received,
      cause,
    })
  })
  try {
    const value = read(text)
    if (ok) return value
  } catch (error) {
    if (status !== 500 || (SourceError.is(error) && error.code === 'upstream')) throw error
  }
  await readText(new Response(text, { status, headers }), 'arxiv')
  throw new SourceError('upstream', { source: 'arxiv', expected: 'an answer', received: status })
}

/** Why an answer may be another one later; `undefined` where it would not. */
function kindOf(
  { code, retryable }: SourceError,
  status: number | undefined,
): keyof typeof firstWaitMs | undefined {
  if (code === 'rate-limited') return 'throttled'
  if (code === 'timeout' || (code === 'upstream' && retryable)) return 'unavailable'
  // A proxy's page and a cut answer come with status 200; so does a page in range without entries.
  const isDamaged = code === 'unparseable' || (code === 'empty' && retryable)
  return isDamaged && status !== 400 ? 'damaged' : undefined
}

/** A server sends a `Date` (RFC 9110 §6.6.1), and what the platform fetched has a type. */
function cameOverNetwork({ type, headers }: Response): boolean {
  return type !== 'default' || headers.has('date')
}

function withSignal(fetch: Fetch, signal: AbortSignal | undefined): Fetch {
  return signal === undefined ? fetch : (input, init) => fetch(input, { ...init, signal })
}

/** A parser knows no address; whoever reads the error needs it. */
function withUrl(error: SourceError, url: string): SourceError {
  if (error.url !== undefined) return error
  const { code, source, expected, received, retryable } = error
  return new SourceError(code, { source, url, expected, received, retryable, cause: error })
}
