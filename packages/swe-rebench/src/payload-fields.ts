export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Milliseconds; payloads of early 2026 hold seconds. */
export function toMs(value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0) return undefined
  const ms = value < 1e11 ? value * 1000 : value
  // A later date has no YYYY-MM-DD.
  return ms < Date.UTC(10000, 0) ? ms : undefined
}

/** `YYYY-MM-DD`, in UTC. */
export function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
