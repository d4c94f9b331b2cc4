import type { Measurement } from './measure.ts'

/** One line a candidate: throughput, and how many times its time the first one takes less. */
export function table(measured: readonly Measurement[], bytes: number): string {
  const ours = measured[0]?.ms ?? Number.NaN
  const rows = measured.map(({ name, ms }) => [
    name,
    `${(bytes / 1e3 / ms).toFixed(1)} MB/s`,
    `${(ms / ours).toFixed(2)}×`,
  ])
  const head = ['', 'throughput', 'time against the first']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}
