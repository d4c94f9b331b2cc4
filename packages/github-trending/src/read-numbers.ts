import { collapse } from './collapse.ts'
import { periodOfWords } from './page-title.ts'
import type { Period } from './trending.ts'

/** `'1,234'` or `'56'`; anything else, e.g. `'1.2k'` or `'0,123'`, is not guessed at. */
export function readCount(text: string): number | undefined {
  const digits = text.trim()
  if (!/^(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,14}|0)$/.test(digits)) return undefined
  const count = Number(digits.replaceAll(',', ''))
  return Number.isSafeInteger(count) ? count : undefined
}

/** Stars gained and the period they were gained in. */
export interface Gain {
  stars: number
  period: Period
}

/** `'1,014 stars today'` or `'1 star this week'`, alone or as one part of `'Go • 9 stars today • …'`. */
export function readGain(text: string): Gain | undefined {
  for (const part of text.split('•')) {
    const [, digits, words] =
      /^([\d,]{1,20}) stars? (today|this week|this month)$/.exec(collapse(part)) ?? []
    const stars = digits === undefined ? undefined : readCount(digits)
    const period = words === undefined ? undefined : periodOfWords[words]
    if (stars !== undefined && period !== undefined) return { stars, period }
  }
  return undefined
}
