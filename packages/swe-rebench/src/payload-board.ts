import { collectDefects, type Defects } from '@inference-report/source'
import { createFieldReader } from './field-reader.ts'
import type { Payload } from './payload.ts'
import { type PayloadRow, readPayloadRow } from './payload-row.ts'
import type { Board, Row } from './row.ts'
import { runsApart } from './runs-apart.ts'
import { suspectUnits } from './units.ts'
import { checkValues } from './values.ts'
import type { Window } from './window.ts'

/** The board for one language and window, and what was wrong with its rows. */
export interface PayloadBoard {
  /** `undefined` where the payload has no result for them. */
  board: Board | undefined
  defects: Defects
}

export function boardOfPayload(payload: Payload, language: string, window: Window): PayloadBoard {
  const asked = {
    language,
    from: Date.parse(`${window.from}T00:00:00Z`),
    to: Date.parse(`${window.to}T00:00:00Z`),
  }
  const defects = collectDefects()
  const fields = createFieldReader(payload.isRaw)
  const found = payload.items.map((item, index) =>
    readPayloadRow(item, index, asked, fields, defects),
  )
  if (fields.metReference()) {
    const resolved = payload.resolved()
    if (typeof resolved !== 'string') return boardOfPayload(resolved, language, window)
  }
  const untold = found.filter(({ isKindKnown }) => !isKindKnown).length
  if (untold > 0 && untold < found.length) {
    defects.add('field-missing', `${untold} rows of the payload tell no kind.`, 'kind')
  }
  fields.report(defects)
  const suspects = suspectUnits(
    found.map(({ results }) => results),
    defects,
  )
  const rows = found.flatMap((row) => {
    if (row.name !== '') return toRow(row, suspects, defects)
    defects.add('row-unusable', 'The model has no name; it was left out.', row.path)
    return []
  })
  // Without its rates, in a unit we know, there is no board.
  const isScored = rows.some(({ values }) => 'resolvedPercent' in values)
  return {
    board: isScored ? { language, window, rows: runsApart(rows, defects) } : undefined,
    defects,
  }
}

function toRow(row: PayloadRow, suspects: ReadonlySet<string>, defects: Defects): Row {
  const { results, isKindKnown: _, ...rest } = row
  const found = Object.fromEntries(
    Object.entries(results ?? {}).filter(([key]) => !suspects.has(key)),
  )
  return { ...rest, values: checkValues(found, row.path, defects) }
}
