import type { Warning } from './warning.ts'

const mostOfOneCode = 20

/** Collects warnings while a document is read. */
export interface Defects {
  /** `path` says where, e.g. `'data[3].pricing'`. */
  add(code: string, message: string, path?: string): void
  /** In the order they were added, but no more than 20 of one code; then how many more there were. */
  warnings(): Warning[]
}

/** An empty collection. A hostile page cannot make a million warnings with it. */
export function collectDefects(): Defects {
  const found: Warning[] = []
  const counts = new Map<string, number>()
  return {
    add(code, message, path) {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      if (count <= mostOfOneCode) {
        found.push({ code, message, ...(path === undefined ? {} : { path }) })
      }
    },
    warnings: () => [
      ...found,
      ...[...counts]
        .filter(([, count]) => count > mostOfOneCode)
        .map(([code, count]) => ({ code, message: `${count - mostOfOneCode} more of these.` })),
    ],
  }
}
