import type { Defects } from '@inference-report/source'
import type { Column } from './columns.ts'
import type { Row } from './row.ts'

/** The head over each value; two are also captions under another one. */
const headOf: Readonly<Record<string, Column>> = {
  semPercent: 'sem',
  passAt5Percent: 'passAt5',
  costUsdPerProblem: 'cost',
  tokensPerProblem: 'tokens',
  cachedTokensPercent: 'cached',
}

// One or two rows may lack a value by chance.
const fewest = 5

/**
 * Tells the columns that both known tables have and this one has not: without their head, or empty to
 * the last row. Nothing is wrong with what was read, but a column that has gone must not go unnoticed.
 */
export function tellMissingColumns(
  rows: readonly Row[],
  places: ReadonlyMap<Column, number>,
  defects: Defects,
): void {
  const scored = rows.filter(({ values }) => 'resolvedPercent' in values)
  if (scored.length === 0) return
  for (const [key, head] of Object.entries(headOf)) {
    const isKnown = scored.some(({ values }) => key in values)
    if (isKnown || (places.has(head) && scored.length < fewest)) continue
    defects.add('field-missing', `No row of the table tells ${key}.`, key)
  }
}
