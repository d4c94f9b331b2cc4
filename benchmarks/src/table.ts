/** Columns of equal width: the first to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Three digits that count, two of a small number; a dash for no number. */
export function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '-'
  if (value >= 100) return value.toFixed(0)
  if (value !== 0 && value < 0.1) return String(Number(value.toPrecision(2)))
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export function times(value: number): string {
  return Number.isFinite(value) ? `${figure(value)}×` : '-'
}
