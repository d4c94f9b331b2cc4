import type { Issue, IssueDraft } from './document.ts'
import { issueHash } from './hash.ts'
import { IssueError } from './issue-error.ts'
import { issueProblems } from './problems.ts'
import { readIssue } from './read.ts'

/**
 * Makes the issue that is published: checked, hashed and immutable. The same draft gives the same
 * hash on any machine; `JSON` with other spacing or key order still has it.
 *
 * @throws IssueError `invalid`, with every problem, where the draft is not a sound issue.
 */
export function freezeIssue(draft: IssueDraft): Issue {
  const issue = readIssue({ ...draft, schemaVersion: 1, hash: '0'.repeat(64) })
  const problems = issueProblems(issue)
  if (problems.length > 0) throw new IssueError('invalid', problems)
  return deepFreeze({ ...issue, hash: issueHash(issue) })
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze)
    Object.freeze(value)
  }
  return value
}
