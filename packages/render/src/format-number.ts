import type { ColumnFormat } from '@inference-report/issue'

const common = { signDisplay: 'negative' } as const

// The locale is fixed: an issue reads the same wherever it is drawn.
const score = new Intl.NumberFormat('en-US', {
  ...common,
  maximumFractionDigits: 1,
  useGrouping: false,
})
const percent = new Intl.NumberFormat('en-US', {
  ...common,
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  useGrouping: false,
})
const integer = new Intl.NumberFormat('en-US', { ...common, maximumFractionDigits: 0 })
const usd = new Intl.NumberFormat('en-US', {
  ...common,
  style: 'currency',
  currency: 'USD',
})

/** `2,120,660` */
export function formatInteger(value: number): string {
  return integer.format(value)
}

/** As the column asks: score `57.2` or `54`, percent `62.7%`, integer `2,120,660`, usd `$4.50`. */
export function formatValue(value: number, format: ColumnFormat): string {
  switch (format) {
    case 'score':
      return score.format(value)
    case 'percent':
      return `${percent.format(value)}%`
    case 'integer':
      return integer.format(value)
    case 'usd':
      // Two decimals would turn a small price into none at all.
      return value > 0 && value < 0.005 ? '<$0.01' : usd.format(value)
  }
}

/** A difference with its sign: `+1.2`, `−0.4`, `±0`; of percentages in points: `+12.4 points`. */
export function formatChange(change: number, format: ColumnFormat): string {
  const size = Math.abs(change)
  const text = format === 'percent' ? `${percent.format(size)} points` : formatValue(size, format)
  return `${change > 0 ? '+' : change < 0 ? '−' : '±'}${text}`
}
