import { cutText, type Defects } from '@inference-report/source'
import { groupBy } from './group-by.ts'
import type { Row } from './row.ts'

/** Digits after the point that the table prints of each value. */
const printedDigits: Readonly<Record<string, number>> = {
  resolvedPercent: 1,
  semPercent: 2,
  passAt5Percent: 1,
  costUsdPerProblem: 2,
  tokensPerProblem: 0,
  cachedTokensPercent: 1,
}

/**
 * Compares the payload's rows with the table's of the same window, by name, and tells where the page
 * contradicts itself beyond rounding. Gives the payload's rows; what only the table tells, that a row
 * is a product, is taken from it.
 */
export function crossCheck(
  payload: readonly Row[],
  table: readonly Row[],
  defects: Defects,
): Row[] {
  const unmatched = groupBy(payload, ({ name }) => keyOf(name))
  const partners = new Map<Row, Row>()
  // A column that the table has not, or has no longer, contradicts nothing.
  const columns = Object.entries(printedDigits).filter(([key]) =>
    table.some(({ values }) => key in values),
  )
  for (const printed of table) {
    const candidates = unmatched.get(keyOf(printed.name)) ?? []
    // A name may come twice, with tools and without: then the row that agrees is meant.
    const partner = candidates.find((row) => disagreement(row, printed, columns) === undefined)
    const row = partner ?? candidates[0]
    if (row === undefined) {
      const message = `The table has a row ${cutText(printed.name, 80)} that the payload has not.`
      defects.add('table-disagrees', message, printed.path)
      continue
    }
    candidates.splice(candidates.indexOf(row), 1)
    partners.set(row, printed)
    const difference = disagreement(row, printed, columns)
    if (difference !== undefined) {
      const message = `${cutText(row.name, 80)}: ${difference}; the payload's was taken.`
      defects.add('table-disagrees', message, row.path)
    }
  }
  const missing = payload.filter((row) => !partners.has(row))
  for (const row of missing) {
    const message = `The payload has a row ${cutText(row.name, 80)} that the table has not.`
    defects.add('table-disagrees', message, row.path)
  }
  return payload.map((row) => withTableFlags(row, partners.get(row)))
}

function disagreement(
  row: Row,
  printed: Row,
  columns: readonly (readonly [key: string, digits: number])[],
): string | undefined {
  for (const [key, digits] of columns) {
    const [is, shown] = [row.values[key], printed.values[key]]
    if (is === undefined ? shown !== undefined : !agree(is, shown, digits)) {
      return `${key} is ${is ?? 'unknown'} in the payload and ${shown ?? 'unknown'} in the table`
    }
  }
  if (row.kind === 'agent' && printed.kind === 'model' && !printed.flags.includes('out-of-range')) {
    return 'it is a product in the payload and a model in the table'
  }
  const contradicted = (['out-of-range', 'contaminated'] as const).find((flag) =>
    contradict(row, printed, flag),
  )
  return contradicted && `payload and table do not both say ${contradicted}`
}

function agree(is: number, shown: number | undefined, digits: number): boolean {
  // A value that rounds to nothing is printed as such, or not at all.
  if (shown === undefined) return Math.abs(is) < 0.5 / 10 ** digits
  return Math.abs(is - shown) <= 0.5 / 10 ** digits + 1e-9 * Math.max(1, Math.abs(is))
}

/** A row shows one colour only: a product's or an inactive row's hides that it may be contaminated. */
function contradict(row: Row, printed: Row, flag: 'out-of-range' | 'contaminated'): boolean {
  const isHidden =
    flag === 'contaminated' &&
    (printed.flags.includes('external') || printed.flags.includes('out-of-range'))
  return !isHidden && row.flags.includes(flag) !== printed.flags.includes(flag)
}

function withTableFlags(row: Row, printed: Row | undefined): Row {
  if (printed?.kind !== 'agent' || row.flags.includes('external')) return row
  const at = row.flags.indexOf('out-of-range')
  const flags = row.flags.toSpliced(at === -1 ? row.flags.length : at, 0, 'external')
  return { ...row, kind: 'agent', flags }
}

function keyOf(name: string): string {
  return name.toLowerCase()
}
