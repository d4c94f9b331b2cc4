import { SourceError } from '@inference-report/source'

/** The `SourceError` that a call throws. Anything else fails the test. */
export function sourceError(call: () => unknown): SourceError {
  try {
    call()
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}
