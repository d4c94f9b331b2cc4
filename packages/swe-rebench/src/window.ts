import { type DomElement, hasClass } from './dom.ts'
import { ownText } from './text.ts'

export interface Window {
  /** `YYYY-MM-DD` */
  from: string
  /** `YYYY-MM-DD`, inclusive. */
  to: string
}

const dates = /\b(\d{2})\/(\d{2})\/(\d{4})\b/g

/** A window as the page prints it. */
export interface PrintedWindow {
  days: Window
  /** Whether it stands over the slider, or elsewhere on the page. */
  isOverSlider: boolean
}

/** The two DD/MM/YYYY dates over the page's slider, else the first two dates anywhere on it. */
export function readPrintedWindow(elements: readonly DomElement[]): PrintedWindow | undefined {
  const cards = elements.filter((element) => hasClass(element, 'g-slider-tooltip__card'))
  const slider = datesIn(cards)
  if (slider !== undefined) return { days: slider, isOverSlider: true }
  const other = datesIn(elements)
  return other && { days: other, isOverSlider: false }
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
export function isDate(date: unknown): date is string {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date
}
