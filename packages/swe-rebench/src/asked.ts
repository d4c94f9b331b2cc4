import { SourceError } from '@inference-report/source'
import { isDate, type Window } from './window.ts'

/** Which of its boards a page is asked for. */
export interface Asked {
  language: string
  /** `undefined` for the one the page shows first. */
  window: Window | undefined
}

/** @throws SourceError `not-found` for what no page can have: no name, no dates, or no days between them. */
export function readAsked(options: {
  language?: string | undefined
  window?: Window | undefined
}): Asked {
  const { language = 'all', window } = options
  if (typeof language !== 'string' || !/^\S.{0,60}$/u.test(language)) {
    throw notAskable('the name of a language, such as "python"', language)
  }
  if (window === undefined) return { language: language.toLowerCase(), window }
  const { from, to } = window
  if (!isDate(from) || !isDate(to) || from >= to) {
    throw notAskable('a window of two dates YYYY-MM-DD, the earlier one first', window)
  }
  return { language: language.toLowerCase(), window: { from, to } }
}

function notAskable(expected: string, received: unknown): SourceError {
  return new SourceError('not-found', { source: 'swe-rebench', expected, received })
}
