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
    const texts = [...readFlight(html).rows.values()].filter((value) => typeof value === 'string')
    return texts.find((text) => text.includes(sign)) ?? html
  } catch (error) {
    if (SourceError.is(error) && error.code === 'drift') return html
    throw error
  }
}
