import { mostQueryLevels, type Query, queryPrefixes } from './query.ts'
import { writeWindow } from './query-window.ts'

/**
 * Writes a query as the API reads it. Joined terms always stand in parentheses: arXiv's grammar has no
 * precedence. White space counts as one space; `_` in an author's name is one, as arXiv has it.
 *
 * @throws TypeError for what is no `Query`, for an empty text, list or window, and for more than 100 levels.
 * @see https://info.arxiv.org/help/api/user-manual.html#query_details
 */
export function buildQuery(query: Query): string {
  return writeQuery(query).text
}

/** A query as text, and whether arXiv must be asked to take it as it is. */
export interface WrittenQuery {
  text: string
  /**
   * arXiv adapts what people write before it parses it, and knows no escaped quotation marks there;
   * `raw=1` leaves that out, and with it the form of dates in brackets.
   */
  isRaw: boolean
  /** Written by hand: it may join terms without parentheses around them. */
  isLoose?: true | undefined
}

/** As `buildQuery`. */
export function writeQuery(query: Query): WrittenQuery {
  const adapted = { isRaw: false, needsRaw: false }
  const text = write(query, adapted, 1)
  if (!adapted.needsRaw) return { text, isRaw: false }
  return { text: write(query, { isRaw: true, needsRaw: true }, 1), isRaw: true }
}

/** `query` within a window. */
export function withinWindow(
  { text, isRaw, isLoose }: WrittenQuery,
  window: { from: string; to: string },
): WrittenQuery {
  const whole = isLoose === true ? `(${text.trim()})` : text
  return { text: `(${whole} AND ${dates(window, isRaw)})`, isRaw }
}

interface Mode {
  isRaw: boolean
  needsRaw: boolean
}

function write(query: unknown, mode: Mode, level: number): string {
  if (level > mostQueryLevels) throw new TypeError(`A query has at most ${mostQueryLevels} levels.`)
  const entries = isRecord(query)
    ? Object.entries(query).filter(([, value]) => value !== undefined)
    : []
  const [key = '', value] = entries[0] ?? []
  if (entries.length !== 1) throw new TypeError('A query is an object with one key.')
  if (key === 'and' || key === 'or') return join(key, value, mode, level)
  if (key === 'andnot') {
    if (!Array.isArray(value) || value.length !== 2)
      throw new TypeError('"andnot" joins two queries.')
    return join(key, value, mode, level)
  }
  if (key === 'submittedDate') {
    if (!isRecord(value) || typeof value['from'] !== 'string' || typeof value['to'] !== 'string') {
      throw new TypeError('"submittedDate" is { from, to }.')
    }
    return dates({ from: value['from'], to: value['to'] }, mode.isRaw)
  }
  if (queryPrefixes.get(key) !== key) throw new TypeError(`No field of a query is called "${key}".`)
  if (typeof value !== 'string') throw new TypeError(`"${key}" is a text.`)
  return `${key}:${writeText(key === 'au' ? value.replaceAll('_', ' ') : value, key, mode)}`
}

function join(key: string, value: unknown, mode: Mode, level: number): string {
  if (!Array.isArray(value) || value.length === 0) throw new TypeError(`"${key}" joins queries.`)
  const parts = value.map((each) => write(each, mode, level + 1))
  return parts.length === 1 ? parts.join('') : `(${parts.join(` ${key.toUpperCase()} `)})`
}

// What arXiv reads as one word wherever it stands. Anything else is quoted, so that it cannot be taken for
// an operator, a field or a parenthesis.
const word = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.*?-]*$/u
const operator = /^(?:AND|OR|ANDNOT|NOT|TO)$/

function writeText(value: string, field: string, mode: Mode): string {
  const text = value.toWellFormed().replace(/\s+/g, ' ').trim()
  if (text === '') throw new TypeError(`"${field}" is a text that is not empty.`)
  if (word.test(text) && !operator.test(text)) return text
  if (/"|submittedDate:\[/.test(text)) mode.needsRaw = true
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function dates(window: { from: string; to: string }, isRaw: boolean): string {
  return `submittedDate:${isRaw ? `"${writeWindow(window)}"` : `[${writeWindow(window)}]`}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
