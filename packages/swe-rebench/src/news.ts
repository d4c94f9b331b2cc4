import {
  collectDefects,
  cutText,
  type Defects,
  SourceError,
  type Warning,
} from '@inference-report/source'
import { childElements, type DomElement, hasClass, readElements } from './dom.ts'
import { address } from './metrics.ts'
import { newsHtml } from './news-html.ts'
import { linesOf } from './text.ts'
import { isDate } from './window.ts'

/** One dated entry of the page's news: models that came or went, methods that changed. */
export interface NewsEntry {
  /** The date, and from the second entry of a date on its number, e.g. `'2026-05-28-2'`. */
  id: string
  /** `YYYY-MM-DD` */
  publishedOn: string
  /** Plain text; each item of a list within is a line of its own that begins with `- `. */
  text: string
  /** Where the entry links to, absolute, in its order. */
  links: string[]
}

/** The news of the page, as it orders them: the latest first. */
export interface News {
  entries: NewsEntry[]
  /** `YYYY-MM-DD`: the latest date among them, the best sign of when the board was last changed. */
  updatedOn: string
  warnings: Warning[]
}

const source = 'swe-rebench'
const marker = 'news-date'
const dateText = /^\[?\s*(\d{4}-\d{2}-\d{2})\s*\]?\s*:?$/

/**
 * Reads the dated news of the page, from the payload or from the page itself.
 *
 * @throws SourceError `drift` for a page without news, or with none that has a date.
 */
export function parseNews(html: string): News {
  const defects = collectDefects()
  const elements = readElements(newsHtml(html))
  const dates = findDates(elements, defects)
  const entries: NewsEntry[] = []
  const counts = new Map<string, number>()
  for (const [index, { item, date, publishedOn }] of dates.entries()) {
    const path = `news[${index}]`
    const { text, links } = readEntry(item, date)
    if (publishedOn === undefined || text === '') {
      const message = `"${cutText(`${linesOf(date)} ${text}`, 80)}" has no date or no text; left out.`
      defects.add('news-unusable', message, path)
      continue
    }
    const count = (counts.get(publishedOn) ?? 0) + 1
    counts.set(publishedOn, count)
    const id = count === 1 ? publishedOn : `${publishedOn}-${count}`
    entries.push({ id, publishedOn, text, links })
  }
  const updatedOn = entries.map(({ publishedOn }) => publishedOn).reduce(latest, '')
  if (updatedOn === '') {
    const expected = 'a list of news whose items begin with a date such as [2026-05-28]:'
    const received = dates.length === 0 ? html : dates.slice(0, 3).map(({ date }) => linesOf(date))
    throw new SourceError('drift', { source, expected, received })
  }
  return { entries, updatedOn, warnings: defects.warnings() }
}

interface Dated {
  item: DomElement
  /** The element that holds the date. */
  date: DomElement
  publishedOn: string | undefined
}

/** The items of a list that begin with a date: marked as such, or else of its shape. */
function findDates(elements: readonly DomElement[], defects: Defects): Dated[] {
  const items = elements.filter(({ name }) => name === 'li')
  const marked = items.flatMap((item) => datedItem(item, (child) => hasClass(child, marker)))
  if (marked.length > 0) return marked
  const shaped = items.flatMap((item) => datedItem(item, (child) => dayIn(child) !== undefined))
  if (shaped.length > 0) {
    defects.add('news-unmarked', `No date has the class ${marker}; those of its shape were taken.`)
  }
  return shaped
}

function datedItem(item: DomElement, isDated: (child: DomElement) => boolean): Dated[] {
  // Markdown puts the text of an item with blank lines into a paragraph.
  const children = [...inline(item), ...childElements(item, 'p').flatMap(inline)]
  const date = children.find(isDated)
  return date === undefined ? [] : [{ item, date, publishedOn: dayIn(date) }]
}

function inline(element: DomElement): DomElement[] {
  return childElements(element, 'strong', 'b', 'time', 'span', 'em')
}

function dayIn(element: DomElement): string | undefined {
  const day = dateText.exec(linesOf(element))?.[1]
  return isDate(day) ? day : undefined
}

function readEntry(item: DomElement, date: DomElement): { text: string; links: string[] } {
  const text = linesOf(item, (inner) => inner === date).replace(/^:\s*/, '')
  const links = new Set<string>()
  const stack: DomElement[] = [item]
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    const href = element.name === 'a' ? (element.attribs['href'] ?? '').trim() : ''
    const url = href !== '' && URL.canParse(href, address) ? new URL(href, address) : undefined
    if (url !== undefined && /^https?:$/.test(url.protocol)) links.add(url.href)
    stack.push(...childElements(element).toReversed())
  }
  return { text: text.toWellFormed(), links: [...links] }
}

function latest(one: string, other: string): string {
  return one > other ? one : other
}
