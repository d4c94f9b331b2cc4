import type { ClientReport, HostReport } from './report.ts'

type Column = readonly [string, (host: HostReport) => string]

const columns: readonly Column[] = [
  ['requests', ({ requests }) => String(requests)],
  ['304', ({ notModifiedPercent }) => `${notModifiedPercent} %`],
  ['saved', ({ bytesSaved }) => size(bytesSaved)],
  ['from store', ({ fromStore }) => String(fromStore)],
  ['repeats', ({ unconditionalRepeats }) => String(unconditionalRepeats)],
  ['spacing', ({ minSpacingMs }) => span(minSpacingMs)],
]

/**
 * The politeness of a client as a table for people: per host the requests, how many were answered
 * with 304, what was not transferred again, unconditional repeats, and the smallest spacing.
 */
export function formatReport({ hosts }: ClientReport): string {
  const names = Object.keys(hosts).sort()
  const rows = names.map((name) => {
    const host = hosts[name]
    return [name, ...columns.map(([, cell]) => (host === undefined ? '' : cell(host)))]
  })
  const table = [['host', ...columns.map(([title]) => title)], ...rows]
  const widths =
    table[0]?.map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0))) ?? []
  return table
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 2 ** 20 ? `${Math.round(bytes / 1024)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`
}

function span(ms: number | undefined): string {
  if (ms === undefined) return '–'
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  return ms < 3_600_000 ? `${Math.round(ms / 60_000)} min` : `${(ms / 3_600_000).toFixed(1)} h`
}
