import type { Report } from './worker.ts'

/** Failures by their key: of those with one cause the smallest input, and how many there were. */
export class FindingList {
  readonly #byKey = new Map<string, Report & { times: number }>()

  add(report: Report): void {
    const { key } = report.failure
    const before = this.#byKey.get(key)
    const size = before?.execution.bytes.length ?? Number.POSITIVE_INFINITY
    const smallest = report.execution.bytes.length < size ? report : (before ?? report)
    this.#byKey.set(key, { ...smallest, times: (before?.times ?? 0) + 1 })
  }

  get size(): number {
    return this.#byKey.size
  }

  [Symbol.iterator](): Iterator<Report & { times: number }> {
    return this.#byKey.values()
  }
}
