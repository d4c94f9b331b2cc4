import { at, listOf } from '../../measure/candidate.ts'

/** Which of the two boards a page is; both name themselves in their heads. */
export function isSweRebench(text: string): boolean {
  return text.slice(0, 2000).includes('SWE-rebench')
}

/** A row as whoever reads it by hand needs it. */
export interface PlainRow {
  name: string
  score: number | undefined
}

/** Finished rows from the values of a payload's rows, best first, as a scraper of one board makes them. */
export function toRows(values: readonly unknown[], isRebench: boolean): PlainRow[] {
  const rows = isRebench ? rebenchRows(values) : analysisRows(values)
  return rows.sort((a, b) => (b.score ?? -1) - (a.score ?? -1))
}

function rebenchRows(values: readonly unknown[]): PlainRow[] {
  const props = search(values, (value) => Array.isArray(at(value, 'items')) && 'dates' in value)
  const dates = listOf(at(props, 'dates', 'dates'))
  const [from, to] = ['initialStartIndex', 'initialEndIndex'].map((key) =>
    Number(dates[Number(at(props, 'dates', key))]),
  )
  return listOf(at(props, 'items')).map((item) => {
    const range = at(item, 'taskRangeTimestamp')
    const isIn = Number(at(range, 'from')) <= Number(from) && Number(at(range, 'to')) >= Number(to)
    const stats = at(item, 'rangeStats', 'all') ?? at(item, 'rangeStats')
    const score = at(stats, `${from}:${to}`, 'resolvedRate')
    return {
      name: String(at(item, 'modelName')),
      score: isIn && typeof score === 'number' ? score : undefined,
    }
  })
}

function analysisRows(values: readonly unknown[]): PlainRow[] {
  const list = search(values, (value) => at(value, '0', 'intelligenceIndex') !== undefined)
  return listOf(list).map((model) => {
    const score = at(model, 'intelligenceIndex')
    return {
      name: String(at(model, 'name')),
      score: typeof score === 'number' ? score : undefined,
    }
  })
}

/** The first object or array within the values that is meant; what it holds is not walked. */
function search(values: readonly unknown[], isMeant: (value: object) => boolean): unknown {
  const stack: unknown[] = values.toReversed()
  while (stack.length > 0) {
    const value = stack.pop()
    if (typeof value !== 'object' || value === null) continue
    if (isMeant(value)) return value
    stack.push(...Object.values(value).reverse())
  }
  return undefined
}
