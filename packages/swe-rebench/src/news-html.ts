import { readFlight } from '@inference-report/next-flight'
import { SourceError } from '@inference-report/source'
import { isMarkup } from './printed.ts'
import { visibleHtml } from './visible-html.ts'

const sign = 'news-date'

/** The HTML of the news: the page that prints them, else the text of its payload that holds them. */
export function newsHtml(html: string): string {
  if (isMarkup(html) && (!html.includes('__next_f') || visibleHtml(html).includes(sign)))
    return html
  try {
    const flight = readFlight(html)
    const texts = [...flight.rows.values()].filter(isNews)
    // A text under a kilobyte has no row of its own.
    return texts[0] ?? flight.findAll(hasNews).flatMap(textsIn)[0] ?? html
  } catch (error) {
    if (SourceError.is(error) && error.code === 'drift') return html
    throw error
  }
}

function isNews(value: unknown): value is string {
  return typeof value === 'string' && value.includes(sign) && value.includes('<')
}

function hasNews(value: object): boolean {
  return Object.values(value).some(isNews)
}

function textsIn(value: object): string[] {
  return Object.values(value).filter(isNews)
}
