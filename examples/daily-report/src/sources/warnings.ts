import type { IssueWarning } from '@inference-report/issue'
import type { Warning } from '@inference-report/source'

/** Warnings of a record as the issue keeps them: one a code, with how often it occurred. */
export function summarize(warnings: readonly Warning[]): IssueWarning[] {
  const codes = [...new Set(warnings.map(({ code }) => code))]
  return codes.map((code) => {
    const same = warnings.filter((warning) => warning.code === code)
    const message = same[0]?.message ?? code
    return { code, message: same.length === 1 ? message : `${message} (${same.length} times)` }
  })
}

/** A warning about so many items, or none where there are none. */
export function about(count: number, code: string, say: (items: string) => string): IssueWarning[] {
  return count === 0 ? [] : [{ code, message: say(count === 1 ? '1 item' : `${count} items`) }]
}
