import type { Entry } from '@inference-report/leaderboard'
import type { Defects } from '@inference-report/source'
import type { RawBoard } from './board.ts'
import type { FieldName } from './fields.ts'
import { type MetricKey, metrics } from './metrics.ts'

// What a column of any real document has had, from the captures of 2025 and 2026, with room on both
// sides for the board to change and for an extract of a few rows.

/** Less than this part of the rows filled, and the column has been moved or emptied. */
const leastFill: Readonly<Partial<Record<FieldName, number>>> = {
  organization: 0.8,
  releasedOn: 0.8,
  intelligenceIndex: 0.4,
  outputTokensPerSecond: 0.2,
  priceInputUsdPerMillionTokens: 0.2,
  priceOutputUsdPerMillionTokens: 0.2,
  priceBlendedUsdPerMillionTokens: 0.2,
  costUsdPerTask: 0.005,
  contextWindowTokens: 0.5,
}
const fewestRows = 6
/** Costs were new in June 2026, with version 4.1: 13 of 200 rows had one. Since 4.3 every second has. */
const fewestRowsWithNewCost = 100

/** Where the middle of what is known and not 0 lies, whatever the models of the day. */
const medians: Readonly<Partial<Record<MetricKey, readonly [least: number, most: number]>>> = {
  outputTokensPerSecond: [5, 1500],
  priceInputUsdPerMillionTokens: [0.05, 20],
  priceOutputUsdPerMillionTokens: [0.2, 60],
  priceBlendedUsdPerMillionTokens: [0.05, 30],
  costUsdPerTask: [0.02, 12],
  contextWindowTokens: [16_000, 5_000_000],
}
const fewestForMedian = 3

/** The best of five models or more has been above this on every version of the index. */
const leastBestScore = 10
/**
 * More zeros than this are no prices and speeds, but another way to say unknown: one price in twenty is
 * a true 0, and one in four is unknown. No model has scored 0.
 */
const mostZeros = 0.12
const mostZerosOfFew = 0.25
const fewRows = 10

/** A price of both that is off by more than this is one in another unit. */
const mostFactor = 3
const cent = 0.01

/**
 * Looks for what no single row shows: a column that lost its values, changed its unit, or traded
 * places with another. The values are kept, for a wrong alarm must not lose any; the warnings tell.
 */
export function checkColumns(
  entries: readonly Entry[],
  { expected, version }: Pick<RawBoard, 'expected' | 'version'>,
  defects: Defects,
): void {
  for (const field of expected) {
    const isNew = field === 'costUsdPerTask' && Number.parseFloat(version ?? '5') < 4.3
    checkFill(field, entries, isNew ? fewestRowsWithNewCost : fewestRows, defects)
  }
  for (const { key } of metrics) checkScale(key, entries, defects)
  checkPrices(entries, defects)
}

function checkFill(
  field: FieldName,
  entries: readonly Entry[],
  fewest: number,
  defects: Defects,
): void {
  const least = leastFill[field]
  if (least === undefined || entries.length < fewest) return
  const known = entries.filter((entry) => isKnown(entry, field)).length
  if (known >= least * entries.length) return
  const message = `${field} is known for ${known} of ${entries.length} rows only.`
  defects.add('column-sparse', message, field)
}

function isKnown(entry: Entry, field: FieldName): boolean {
  if (field === 'organization' || field === 'releasedOn') return entry[field] !== undefined
  return Object.hasOwn(entry.values, field)
}

function checkScale(key: MetricKey, entries: readonly Entry[], defects: Defects): void {
  const values: number[] = []
  for (const entry of entries) {
    const value = entry.values[key]
    if (value !== undefined) values.push(value)
  }
  const tell = (what: string): void => defects.add('scale-suspect', `${key}: ${what}`, key)
  const zeros = values.filter((value) => value === 0).length
  const part =
    entries.length < fewRows ? mostZerosOfFew : key === 'intelligenceIndex' ? 0 : mostZeros
  const most = part * entries.length
  if (entries.length >= fewestRows && zeros > most) {
    tell(`${zeros} of ${entries.length} rows have exactly 0, as where 0 means unknown.`)
  }
  if (key === 'intelligenceIndex') {
    const best = values.reduce((a, b) => Math.max(a, b), 0)
    const least = values.length >= fewestRows ? leastBestScore : 1
    if (values.length < fewestForMedian || best > least) return
    tell(`the best of ${values.length} scores is ${best}, of 100 points.`)
    return
  }
  // Sorts by number, and in a fraction of an array's time.
  const known = Float64Array.from(values.filter((value) => value > 0)).sort()
  const median = known[known.length >> 1]
  const [lowest, highest] = medians[key] ?? [0, Number.POSITIVE_INFINITY]
  if (median === undefined || known.length < fewestForMedian) return
  if (median >= lowest && median <= highest) return
  tell(`the middle of ${known.length} rows is ${Number(median.toPrecision(3))}: another unit?`)
}

function checkPrices(entries: readonly Entry[], defects: Defects): void {
  const tell = (message: string): void => defects.add('price-inconsistent', message)
  const prices = entries.map(({ values }) => ({
    input: values['priceInputUsdPerMillionTokens'],
    output: values['priceOutputUsdPerMillionTokens'],
    blended: values['priceBlendedUsdPerMillionTokens'],
  }))
  let [half, both, alone, inverted, off] = [0, 0, 0, 0, 0]
  for (const { input, output, blended } of prices) {
    if ((input === undefined) !== (output === undefined)) half += 1
    if (input === undefined && output === undefined && blended !== undefined) alone += 1
    if (input === undefined || output === undefined) continue
    both += 1
    if (input > output) inverted += 1
    const price = (3 * input + output) / 4
    const isOff = (a: number, b: number) => a > b * mostFactor + cent
    if (blended !== undefined && (isOff(blended, price) || isOff(price, blended))) off += 1
  }
  // The source knows both prices of a model or neither. A whole column without is told as such.
  if (half > 0 && both > 0) tell(`One of the two prices is missing in ${half} rows.`)
  // A board of blended prices only is one, a row of them is not.
  if (alone > 0 && both > 0) tell(`A blended price is of no prices in ${alone} rows.`)
  if (both >= fewestForMedian && inverted * 2 > both) {
    tell(`Input costs more than output in ${inverted} of ${both} rows.`)
  }
  if (off > 0) tell(`The blended price is not that of input and output in ${off} rows.`)
}
