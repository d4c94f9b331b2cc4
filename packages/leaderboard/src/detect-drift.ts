import { checkSnapshot } from './check-snapshot.ts'
import { isPartial } from './comparable.ts'
import type { Drift, DriftOptions } from './drift.ts'
import { columnDrift } from './drift-columns.ts'
import { disappearance } from './drift-rows.ts'
import { orderDrift, scaleDrift } from './drift-values.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Looks for what a parser cannot see: values that are plausible one by one, on a board that is not.
 * Empty for a sound snapshot. Whether to publish anyway is the caller's decision; what is graver than a
 * `warning` should not replace the last good one, see `refuseDrift`.
 *
 * Of `after` alone: what `checkSnapshot` finds. Against `before`, the last good one: another version,
 * window or series; a metric that is gone or has another unit; a column that less than half as large a
 * part of the rows fills; more than a quarter of the rows gone (half, where the series is another), or
 * known by other ids. Within one series also: a column whose middle row is off by more than a factor of 3 (percent read as a fraction,
 * milliseconds as seconds) or of 1.25 (a rescaled score); an order that has little to do with the
 * former one (another column read as the score).
 */
export function detectDrift(
  before: Snapshot,
  after: Snapshot,
  options: DriftOptions = {},
): Drift[] {
  return [
    ...newlyFound(checkSnapshot(before, options), checkSnapshot(after, options)),
    ...seriesDrift(before, after),
    ...columnDrift(before, after, options),
    ...(before.series === after.series
      ? [...scaleDrift(before, after), ...orderDrift(before, after)]
      : []),
    // Rows of pages that were not read have not gone.
    ...(isPartial(after) ? [] : disappearance(before, after, options)),
  ]
}

// What a board has always had by its own choice is no news.
function newlyFound(before: readonly Drift[], after: readonly Drift[]): Drift[] {
  const usual = new Set(before.map(({ code }) => code))
  return after.filter(({ code, severity }) => severity !== 'notice' || !usual.has(code))
}

function seriesDrift(before: Snapshot, after: Snapshot): Drift[] {
  const found: Drift[] = []
  if (before.version !== after.version) {
    found.push({
      code: 'version-changed',
      severity: 'warning',
      message: `The version is ${after.version ?? 'unknown'}; it was ${before.version ?? 'unknown'}.`,
      evidence: told(before.version, after.version),
    })
  }
  const [was, is] = [before, after].map(({ window }) => window && `${window.from} to ${window.to}`)
  if (was !== is) {
    found.push({
      code: 'window-changed',
      severity: 'warning',
      message: `The window is ${is ?? 'unknown'}; it was ${was ?? 'unknown'}.`,
      evidence: told(was, is),
    })
  }
  if (found.length === 0 && before.series !== after.series) {
    found.push({
      code: 'series-changed',
      severity: 'warning',
      message: `The series is ${after.series}; it was ${before.series}.`,
      evidence: told(before.series, after.series),
    })
  }
  return found
}

function told(before: string | undefined, after: string | undefined): Drift['evidence'] {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}
