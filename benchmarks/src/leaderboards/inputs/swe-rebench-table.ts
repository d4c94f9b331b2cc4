import type { RangeResults, SweRebenchModel } from './swe-rebench-models.ts'

/** A row as the page prints it; `results` is absent where the model was not evaluated in the window. */
export interface PrintedRow {
  model: SweRebenchModel
  results: RangeResults | undefined
  isContaminated: boolean
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" width="14" height="14" class="g-icon" aria-hidden="true"><svg viewBox="0 0 16 16"><path fill="currentColor" d="${'M7 1.25a.75.75 0 0 0-1.5 0V2.5a3 3 0 0 0-3 3H1.25'.repeat(6)}"></path></svg></svg>`

const may = [
  'Rank',
  'Model',
  'Resolved Rate (%)',
  'Resolved Rate SEM (±)',
  'Pass@5 (%)',
  'Cost per Problem ($)',
  'Tokens per Problem',
  'Cached Tokens (%)',
]
const summer = [
  '#',
  'Model',
  'Resolved Rate (%)',
  'Pass@5 (%)',
  'Cost per Problem ($)',
  'Tokens per Problem',
]

/** Eight columns as in May 2026, or the six of the redesign with captions, labels and titled icons. */
export function writeTable(rows: readonly PrintedRow[], columns: 6 | 8): string {
  const heads = (columns === 8 ? may : summer)
    .map((head) => `<th class="g-table__cell"><div class="table-head-item">${head}</div></th>`)
    .join('')
  const body = rows.map((row, index) => writeRow(row, index + 1, columns)).join('')
  return `<div class="g-table rank-table__table"><table class="g-table__table"><thead class="g-table__head"><tr class="g-table__row">${heads}</tr></thead><tbody class="g-table__body">${body}</tbody></table></div>`
}

function writeRow(row: PrintedRow, place: number, columns: 6 | 8): string {
  const { model, results } = row
  const percent = (value: number | null | undefined, digits: number) =>
    value === undefined || value === null ? 'N/A' : `${value.toFixed(digits)}%`
  const cost = results?.instanceCosts ? `$${results.instanceCosts.toFixed(2)}` : 'N/A'
  const tokens = results?.totalTokenUsage
    ? Math.round(results.totalTokenUsage).toLocaleString('en-US')
    : 'N/A'
  const [rate, sem] = [percent(results?.resolvedRate, 1), percent(results?.sem, 2)]
  const [pass, cached] = [percent(results?.passN, 1), percent(results?.cachedTokenPercentage, 1)]
  const cells =
    columns === 8
      ? [`${place}`, mayName(model), rate, sem, pass, cost, tokens, cached]
      : [
          `<span class="g-text">${place}</span>`,
          summerName(model),
          withCaption(rate, results === undefined ? undefined : `± ${sem}`),
          pass,
          cost,
          withCaption(tokens, cached === 'N/A' ? undefined : `${cached} cached`),
        ]
  const tds = cells.map(
    (cell) => `<td class="g-table__cell g-table__cell_edge-padding">${cell}</td>`,
  )
  return `<tr class="g-table__row ${classOf(row, columns)}">${tds.join('')}</tr>`
}

function classOf({ model, results, isContaminated }: PrintedRow, columns: 6 | 8): string {
  if (results === undefined) return 'rank-table__row-inactive'
  if (model.isAgent) {
    return `rank-table__row-${columns === 8 ? 'highlight-external-system' : 'external-system'}`
  }
  if (!isContaminated) return ''
  return columns === 8 ? 'rank-table__row-highlight' : 'rank-table__row-contamination-risk'
}

function mayName({ modelName }: SweRebenchModel): string {
  return `<div><div class="g-box g-flex">${icon}<div class="rank-table__model-name">${modelName}</div></div></div>`
}

function summerName({ modelName, developer, isAgent }: SweRebenchModel): string {
  const vendor = icon.replace('<svg viewBox', `<title>${developer}</title><svg viewBox`)
  const label = isAgent ? 'Agent' : 'Model'
  return `<div class="g-box g-flex">${vendor}<div class="g-box g-flex"><div class="g-box g-flex">${icon}<span class="g-text rank-table__model-name">${modelName}</span></div><div><div class="g-label"><div class="g-label__addon">${icon}</div><div class="g-label__text"><div class="g-label__content">${label}</div></div></div></div></div></div>`
}

function withCaption(value: string, caption: string | undefined): string {
  const span = `<span class="g-text g-text_variant_body-1">${value}</span>`
  if (caption === undefined) return span
  return `<div class="g-box g-flex">${span}<span class="g-text g-text_variant_caption-2">${caption}</span></div>`
}
