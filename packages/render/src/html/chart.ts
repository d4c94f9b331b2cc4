import type { Chart } from '@inference-report/issue'
import { chartTable } from '../chart-table.ts'
import { cleanText } from '../clean-text.ts'
import { longDate } from '../format-date.ts'
import { tableHtml } from './table.ts'
import type { Html } from './template.ts'
import { html } from './template.ts'

const width = 720
const height = 260
const box = { left: 52, right: 560, top: 16, bottom: 226 }
const labelHeight = 16

// Lines are told apart by dashes and by their names at the end, not by colour.
const dashes = ['none', '7 4', '2 3', '10 3 2 3', '1 5', '14 5']

interface Line {
  name: string
  dash: string
  points: { x: number; y: number }[]
}

/** The drawing, for the eye; then its data as a table, for everyone. */
export function chartHtml(chart: Chart): Html {
  return html`<figure class="chart">
<figcaption><h3>${chart.title}</h3></figcaption>
${drawing(chart)}${tableHtml(chartTable(chart))}
</figure>
`
}

function drawing({ title, unit, series }: Chart): Html | undefined {
  const points = series.flatMap((line) => line.points)
  const days = points.map(({ on }) => on).sort()
  const [first] = days
  const last = days.at(-1)
  // One day has no course to draw; the table says it all.
  if (first === undefined || last === undefined || first === last) return undefined
  const x = scale([dayNumber(first), dayNumber(last)], [box.left, box.right])
  const values = points.map(({ value }) => value)
  const low = values.reduce((a, b) => Math.min(a, b))
  const high = values.reduce((a, b) => Math.max(a, b))
  const y = scale(low === high ? [low - 1, high + 1] : [low, high], [box.bottom, box.top])
  const lines = series.map(
    (line, index): Line => ({
      name: cleanText(line.name),
      dash: dashes[index % dashes.length] ?? 'none',
      points: line.points
        .map(({ on, value }) => ({ on, x: x(dayNumber(on)), y: y(value) }))
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    }),
  )
  const ticks = low === high ? [low] : [low, high]
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${`${title} (${unit}), ${longDate(first)} to ${longDate(last)}; the data are in the table below.`}">
${ticks.map(
  (
    value,
  ) => html`<line class="tick" x1="${box.left}" x2="${box.right}" y1="${y(value)}" y2="${y(value)}"/><text x="${box.left - 8}" y="${y(value) + 4}" text-anchor="end">${tickFormat.format(value)}</text>
`,
)}<text x="${box.left}" y="${box.bottom + 24}">${longDate(first)}</text><text x="${box.right}" y="${box.bottom + 24}" text-anchor="end">${longDate(last)}</text>
${lines.map(lineHtml)}${endLabels(lines)}</svg>
`
}

const tickFormat = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

function lineHtml({ points, dash }: Line): Html {
  const path = points.map(({ x, y }) => `${x},${y}`).join(' ')
  const dots = points.map(({ x, y }) => html`<circle cx="${x}" cy="${y}" r="2.5"/>`)
  return html`<polyline points="${path}" stroke-dasharray="${dash}"/>${dots}
`
}

function endLabels(lines: readonly Line[]): Html[] {
  let free = 0
  return lines
    .flatMap(({ name, points }) => {
      const end = points.at(-1)
      return end === undefined ? [] : [{ name, y: end.y }]
    })
    .sort((a, b) => a.y - b.y)
    .map(({ name, y }) => {
      const at = Math.max(y + 4, free)
      free = at + labelHeight
      return html`<text x="${box.right + 10}" y="${at}">${name}</text>
`
    })
}

function scale(from: [number, number], to: [number, number]): (value: number) => number {
  const factor = (to[1] - to[0]) / (from[1] - from[0])
  return (value) => Math.round((to[0] + (value - from[0]) * factor) * 10) / 10
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
