/** Numbers that a seed decides, the same on every machine. */
export class Random {
  #state: number

  /** One stream for each pair, so that one execution can be made again without those before it. */
  constructor(seed: number, stream: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)
    this.below(2)
    this.below(2)
  }

  /** A whole number from 0, less than `limit`. */
  below(limit: number): number {
    // splitmix32
    this.#state = (this.#state + 0x9e3779b9) | 0
    let mixed = this.#state ^ (this.#state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * limit)
  }

  oneIn(times: number): boolean {
    return this.below(times) === 0
  }

  /** Small numbers far more often than large ones: 1 … `limit`. */
  short(limit: number): number {
    return 1 + this.below(1 + this.below(1 + this.below(limit)))
  }

  pick<T>(list: readonly T[], otherwise: T): T {
    return list[this.below(list.length)] ?? otherwise
  }
}
