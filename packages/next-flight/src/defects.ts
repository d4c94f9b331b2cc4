import type { Warning } from '@inference-report/source'

/** Collects defects: one warning for each code, so that a hostile page cannot make a million of them. */
export interface Defects {
  add(code: string, what: string, path: string): void
  warnings(): Warning[]
}

export function collectDefects(): Defects {
  const found = new Map<string, { count: number; what: string; path: string }>()
  return {
    add(code, what, path) {
      const known = found.get(code)
      if (known === undefined) found.set(code, { count: 1, what, path })
      else known.count += 1
    },
    warnings: () =>
      [...found].map(([code, { count, what, path }]) => {
        const times = count === 1 ? 'Once' : `${count} times`
        return { code, message: `${times}: ${what}, first at ${path}.`, path }
      }),
  }
}
