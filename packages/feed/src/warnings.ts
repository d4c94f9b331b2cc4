import type { Warning } from '@inference-report/source'

/** Collects what was repaired, each code once for each path. */
export class Warnings {
  readonly list: Warning[] = []
  readonly #seen: Set<string> = new Set()

  add(code: string, message: string, path?: string | undefined): void {
    const key = `${code} ${path ?? ''}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.list.push(path === undefined ? { code, message } : { code, message, path })
  }
}
