import type { Defects } from '@inference-report/source'
import { type DomElement, hasClass } from './dom.ts'
import { ownText } from './text.ts'

export interface Window {
  /** `YYYY-MM-DD` */
  from: string
  /** `YYYY-MM-DD`, inclusive. */
  to: string
}

const dates = /\b(\d{2})\/(\d{2})\/(\d{4})\b/g

/**
 * The window of the page: the two DD/MM/YYYY dates over its slider, else the first two dates anywhere,
 * else the one that its payload shows first.
 */
export function readWindow(
  elements: readonly DomElement[],
  defects: Defects,
  ofPayload: () => Window | undefined,
): Window | undefined {
  const slider = datesIn(elements.filter((element) => hasClass(element, 'g-slider-tooltip__card')))
  if (slider !== undefined) return slider
  const moved = datesIn(elements) ?? ofPayload()
  if (moved === undefined) {
    defects.add('window-unknown', 'The page does not say from when its tasks are.')
  } else {
    defects.add('window-moved', 'The window was not read from the dates over the slider.')
  }
  return moved
}

function datesIn(elements: readonly DomElement[]): Window | undefined {
  const found: string[] = []
  for (const element of elements) {
    for (const [, day, month, year] of ownText(element).matchAll(dates)) {
      const date = `${year}-${month}-${day}`
      if (isDate(date)) found.push(date)
    }
    const [from, to] = found
    if (from !== undefined && to !== undefined) return from <= to ? { from, to } : undefined
  }
  return undefined
}

/** Whether the day exists: Date.parse takes the 30th of February for the 2nd of March. */
function isDate(date: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date
}
