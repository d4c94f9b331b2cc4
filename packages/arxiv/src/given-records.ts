import type { OaiHeader } from './oai-answer.ts'

/** What was given already, as far back as a restart can reach: the records of the last day. */
export class GivenRecords {
  last: string | undefined
  #records = new Set<string>()
  #isSorted = true

  constructor(last: string | undefined) {
    this.last = last
  }

  /** The day to begin again from; `undefined` for the beginning. */
  get restart(): string | undefined {
    return this.#isSorted ? this.last : undefined
  }

  /** Whether it is new. */
  add({ identifier, datestamp = '' }: OaiHeader): boolean {
    const key = `${datestamp} ${identifier}`
    if (this.#records.has(key)) return false
    const isLater = datestamp > (this.last ?? '')
    // arXiv sorts by day. A server that does not is begun again from the start, and nothing is forgotten.
    if (!isLater && datestamp < (this.last ?? '')) this.#isSorted = false
    if (isLater && this.#isSorted) this.#records.clear()
    if (isLater) this.last = datestamp
    this.#records.add(key)
    return true
  }
}
