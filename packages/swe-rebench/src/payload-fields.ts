export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export type ItemField =
  | 'id'
  | 'name'
  | 'releasedAt'
  | 'releasedOn'
  | 'evaluatedFrom'
  | 'evaluatedTo'
  | 'ranges'
  | 'kind'
  | 'organization'

/** Where each field of the payload stands: first as the page has it, then names it may take. */
export const itemFields: Readonly<Record<ItemField, readonly string[]>> = {
  id: ['modelId', 'model_id', 'id'],
  name: ['modelName', 'model_name', 'displayName'],
  releasedAt: ['release.timestamp', 'releaseTimestamp', 'release_timestamp'],
  releasedOn: ['release.date', 'releaseDate', 'release_date'],
  evaluatedFrom: ['taskRangeTimestamp.from', 'taskRange.from', 'task_range_timestamp.from'],
  evaluatedTo: ['taskRangeTimestamp.to', 'taskRange.to', 'task_range_timestamp.to'],
  ranges: ['rangeStats', 'range_stats', 'statsByRange'],
  // Since summer 2026; in May the payload told neither.
  kind: ['meta.instance_type', 'meta.instanceType', 'instanceType'],
  organization: ['meta.developer', 'developer'],
}

/** By metric key. */
export const resultFields: Readonly<Record<string, readonly string[]>> = {
  resolvedPercent: ['resolvedRate', 'resolved_rate'],
  semPercent: ['sem', 'resolvedRateSem'],
  passAt5Percent: ['passN', 'pass_n', 'passAt5'],
  costUsdPerProblem: ['instanceCosts', 'instance_costs', 'instanceCost'],
  tokensPerProblem: ['totalTokenUsage', 'total_token_usage', 'tokensPerProblem'],
  cachedTokensPercent: ['cachedTokenPercentage', 'cached_token_percentage'],
}

/**
 * What stands at the first of the places that is there, null included, and which place that is. `plain`
 * turns what the payload writes into what it stands for.
 */
export function readField(
  record: JsonRecord,
  places: readonly string[],
  plain: (value: unknown) => unknown = (value) => value,
): { value: unknown; place: number } | undefined {
  for (const [place, path] of places.entries()) {
    let value: unknown = record
    for (const step of path.split('.')) {
      value = isRecord(value) && Object.hasOwn(value, step) ? plain(value[step]) : undefined
    }
    if (value !== undefined) return { value, place }
  }
  return undefined
}

// No model is older, and no time beyond is one of these pages: it is in another unit.
const [earliest, latest] = [Date.UTC(2015, 0), Date.UTC(2100, 0)]

/** Milliseconds; payloads of early 2026 hold seconds. */
export function toMs(value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined
  const ms = value < 1e11 ? value * 1000 : value
  return ms >= earliest && ms < latest ? ms : undefined
}

/** `YYYY-MM-DD`, in UTC. */
export function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
