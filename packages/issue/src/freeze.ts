import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'
import type { Issue, IssueDraft } from './document.ts'
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

/** SHA-256, in hex, of the canonical JSON of everything but `hash`. */
export function issueHash(issue: Issue | Omit<Issue, 'hash'>): string {
  const { hash: _, ...rest } = { hash: undefined, ...issue }
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(rest))))
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze)
    Object.freeze(value)
  }
  return value
}
