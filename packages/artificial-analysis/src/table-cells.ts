import type { MetricKey } from './metrics.ts'

// What the table prints for unknown.
const unknown: ReadonlySet<string> = new Set(['', 'n/a', '-', '--', '–', '—'])

const dollars = /^\$ ?(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/

// Cells are rounded: "58", "$5.98", "97", "230.7", "1M", "131k". A number in any other dress may be in
// another unit.
const shapes: Readonly<Record<MetricKey, RegExp>> = {
  intelligenceIndex: /^(-?\d{1,3})(\.\d)?$/,
  // 0.97 may be a speed of another unit, 741.17 is one that was not rounded.
  outputTokensPerSecond: /^(?!\d\.\d\d$)(\d{1,5}|\d{1,2},\d{3})(\.\d{1,2})?$/,
  priceInputUsdPerMillionTokens: dollars,
  priceOutputUsdPerMillionTokens: dollars,
  priceBlendedUsdPerMillionTokens: dollars,
  costUsdPerTask: dollars,
  contextWindowTokens: /^(\d{1,4}|\d{1,3}(?:,\d{3})+)(\.\d+)?([km])?$/i,
}

/** The number of a cell, `null` where it says unknown, and the text itself where it is no such number. */
export function readCell(text: string, field: MetricKey): number | string | null {
  if (unknown.has(text.toLowerCase())) return null
  const [whole, digits = '', fraction = '', suffix = ''] = shapes[field].exec(text) ?? []
  if (whole === undefined) return text
  const number = Number(`${digits.replaceAll(',', '')}${fraction}`)
  if (field !== 'contextWindowTokens') return number
  const factor = { k: 1e3, m: 1e6 }[suffix.toLowerCase()]
  // A window of a few tokens is one whose unit has gone from the cell.
  if (factor === undefined) return number >= 1000 ? number : text
  return Math.round(number * factor)
}
