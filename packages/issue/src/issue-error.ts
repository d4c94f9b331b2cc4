export type IssueErrorCode = 'invalid' | 'altered' | 'unsupported-version'

// Registered globally, so that a second installed copy of this package is recognised too.
const marker = Symbol.for('@inference-report/issue.IssueError')

/** A document that is not an issue, or is not any more the one that was frozen. */
export class IssueError extends Error {
  override readonly name = 'IssueError' as const
  readonly code: IssueErrorCode
  /** One line for each thing that is wrong, e.g. `'sections[0].items[2].url: Invalid URL'`. */
  readonly problems: readonly string[]

  constructor(code: IssueErrorCode, problems: readonly string[], options?: { cause?: unknown }) {
    super(`${code}: ${summary(problems)}`, options)
    this.code = code
    this.problems = problems
    Object.defineProperty(this, marker, { value: true })
  }

  /** True for an `IssueError` of any installed copy of this package. */
  static is(value: unknown): value is IssueError {
    return typeof value === 'object' && value !== null && marker in value
  }
}

function summary(problems: readonly string[]): string {
  const shown = problems.slice(0, 3).join('; ')
  return problems.length > 3 ? `${shown}; and ${problems.length - 3} more` : shown
}
