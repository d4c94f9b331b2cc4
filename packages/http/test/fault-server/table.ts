const widest = 72

/** Columns of equal width, for a person to read; what is very long is cut. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cut = [head, ...rows].map((row) =>
    row.map((cell) => (cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell)),
  )
  const widths = head.map((_, column) => Math.max(...cut.map((row) => row[column]?.length ?? 0)))
  return cut
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
