import type { Chart } from '@inference-report/issue'
import { cleanText } from './clean-text.ts'
import type { DataTable } from './data-table.ts'
import { cellOf } from './data-table.ts'
import { longDate } from './format-date.ts'

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })

/** The data of a chart, a row for each day and a column for each series. */
export function chartTable(chart: Chart): DataTable {
  const days = [...new Set(chart.series.flatMap(({ points }) => points.map(({ on }) => on)))].sort()
  const series = chart.series.map(({ name, points }) => ({
    name: cleanText(name),
    values: new Map(points.map(({ on, value }) => [on, value])),
  }))
  return {
    caption: `${chart.title} (${chart.unit})`,
    columns: [
      { label: 'Date', align: 'start', namesRow: true },
      ...series.map(({ name }) => ({ label: name, align: 'end' as const })),
    ],
    rows: days.map((day) => ({
      cells: [
        { text: longDate(day) },
        ...series.map(({ values }) => {
          const value = values.get(day)
          return cellOf(value === undefined ? undefined : number.format(value))
        }),
      ],
    })),
  }
}
