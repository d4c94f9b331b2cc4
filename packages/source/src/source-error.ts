import { cutText } from './cut-text.ts'

/** Why a source could not be read. The set is stable: callers switch on it. */
export type SourceErrorCode =
  | 'not-a-feed'
  | 'unparseable'
  | 'drift'
  | 'empty'
  | 'incomparable'
  | 'upstream'
  | 'rate-limited'
  | 'not-found'
  | 'not-recorded'
  | 'blocked'
  | 'too-large'
  | 'timeout'

export interface SourceErrorOptions {
  /** The source that failed, e.g. `'swe-rebench'`. */
  source: string
  /** The address that was asked, where there is one. */
  url?: string | undefined
  /** What a good input would have held, e.g. `'a table with the column "Model"'`. */
  expected: string
  /** What was there instead. Cut to 200 characters. */
  received?: unknown
  /** Whether the same request may succeed later. By default it follows from the code. */
  retryable?: boolean | undefined
  cause?: unknown
}

const retryableCodes: ReadonlySet<SourceErrorCode> = new Set([
  'upstream',
  'rate-limited',
  'timeout',
])

// Registered globally, so that a second installed copy of this package is recognised too.
const marker = Symbol.for('@inference-report/source.SourceError')

/**
 * A source whose structure is not the one we know, or that refused to answer.
 * Smaller defects are never thrown; they are `warnings[]` of the record.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError' as const
  readonly code: SourceErrorCode
  readonly source: string
  readonly url: string | undefined
  readonly expected: string
  /** At most 200 characters of what was received. */
  readonly received: string
  readonly retryable: boolean

  constructor(code: SourceErrorCode, options: SourceErrorOptions) {
    const received = describe(options.received)
    const at = options.url === undefined ? '' : ` (${options.url})`
    const instead = received === '' ? '' : `, received ${received}`
    super(
      `${options.source}: ${code}${at}: expected ${options.expected}${instead}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.code = code
    this.source = options.source
    this.url = options.url
    this.expected = options.expected
    this.received = received
    this.retryable = options.retryable ?? retryableCodes.has(code)
    Object.defineProperty(this, marker, { value: true })
  }

  /** True for a `SourceError` of any installed copy of this package, where `instanceof` fails. */
  static is(value: unknown): value is SourceError {
    return typeof value === 'object' && value !== null && marker in value
  }
}

function describe(received: unknown): string {
  if (received === undefined) return ''
  return cutText(asText(received).replace(/\s+/g, ' ').trim(), 200)
}

function asText(received: unknown): string {
  if (typeof received === 'string') return received.slice(0, 1000)
  try {
    return JSON.stringify(received) ?? String(received)
  } catch {
    // Cyclic, BigInt, or nested deeper than the stack: an array's own text would recurse as well.
    return typeof received === 'object'
      ? Object.prototype.toString.call(received)
      : String(received)
  }
}
