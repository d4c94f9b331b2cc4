import type { Warning } from '@inference-report/source'

/** Places told of one kind of repair. A flood of them would take many times the memory of its feed. */
const mostPlaces = 1000

/** Tells of one kind of repair, by a stable code and in words. */
export type Tell = (code: string, message: string) => void

interface Told {
  readonly paths: Set<string>
  /** Beyond `mostPlaces`. */
  more: number
}

/** Collects what was repaired, each code once for each path. */
export class Warnings {
  readonly #list: Warning[] = []
  #told: Map<string, Told> | undefined = undefined

  add(code: string, message: string, path?: string | undefined): void {
    this.#told ??= new Map()
    let told = this.#told.get(code)
    if (told === undefined) {
      told = { paths: new Set(), more: 0 }
      this.#told.set(code, told)
    }
    const key = path ?? ''
    if (told.paths.has(key)) return
    if (told.paths.size >= mostPlaces) {
      told.more++
      return
    }
    told.paths.add(key)
    this.#list.push(path === undefined ? { code, message } : { code, message, path })
  }

  /** All of them, as they came; of a code with more than a thousand places, then, how many more. */
  list(): Warning[] {
    if (this.#told === undefined) return []
    const more: Warning[] = []
    for (const [code, told] of this.#told) {
      if (told.more > 0) more.push({ code, message: `${told.more} more, not listed.` })
    }
    return [...this.#list, ...more]
  }
}
