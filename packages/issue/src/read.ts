import type { Issue } from './document.ts'
import { IssueError } from './issue-error.ts'
import { issueSchema } from './schema.ts'

/** Checks the shape only. */
export function readIssue(value: unknown): Issue {
  const result = issueSchema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`)
  throw new IssueError('invalid', problems, { cause: result.error })
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return '(document)'
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}
