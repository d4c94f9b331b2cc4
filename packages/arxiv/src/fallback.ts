import { SourceError, type Warning } from '@inference-report/source'

/** A surface that `fetchAnnouncement` asks. */
export type MailingSurface = 'daily-feed' | 'listing' | 'catch-up' | 'oai-pmh'

/** What a step gave, or why it gave nothing. */
export interface Attempt<T> {
  value?: T | undefined
  error?: SourceError | undefined
}

/**
 * Runs a step; a `SourceError` is its result. `warn` is told it, but not what a replay lacks: that says
 * nothing of arXiv. Any other error is thrown.
 */
export async function tryStep<T>(
  step: MailingSurface,
  run: () => Promise<T>,
  warn?: (warning: Warning) => void,
): Promise<Attempt<T>> {
  try {
    return { value: await run() }
  } catch (error) {
    if (!SourceError.is(error)) throw error
    if (error.code !== 'not-recorded') {
      warn?.({ code: `${step}-failed`, message: `The ${step} could not be read (${error.code}).` })
    }
    return { error }
  }
}

/** Whether another surface may have what this one did not give. A request arXiv refuses, it refuses anywhere. */
export function canFallBack(error: SourceError | undefined): boolean {
  if (isFinal(error)) return false
  return !(error?.code === 'upstream' && !error.retryable)
}

/** Whether arXiv wants to be asked nothing more now. */
export function isFinal(error: SourceError | undefined): boolean {
  return error?.code === 'rate-limited' || error?.code === 'blocked'
}
