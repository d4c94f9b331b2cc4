import type { Issue } from './document.ts'
import { hashOf } from './hash.ts'
import { IssueError } from './issue-error.ts'
import { issueProblems } from './problems.ts'
import { readIssue } from './read.ts'

/**
 * Reads an issue of the current schema from its JSON, as text or already parsed.
 *
 * @throws IssueError `invalid` where it is not a sound issue, `altered` where its content is not
 * what its hash says, `unsupported-version` where it was written by another version of this package.
 */
export function parseIssue(json: unknown): Issue {
  const value = typeof json === 'string' ? parseJson(json) : json
  const version = schemaVersion(value)
  if (version !== undefined && version !== 1) {
    throw new IssueError('unsupported-version', [
      `schemaVersion is ${JSON.stringify(version)}; this package reads 1 (see migrateIssue)`,
    ])
  }
  const issue = readIssue(value)
  const problems = issueProblems(issue)
  if (problems.length > 0) throw new IssueError('invalid', problems)
  // Of the document as it came: what the schema does not know was not in it when it was frozen.
  const hash = hashOf(value)
  if (hash !== issue.hash) {
    throw new IssueError('altered', [`the content has the hash ${hash}, but says ${issue.hash}`])
  }
  if (hashOf(issue) !== hash) {
    throw new IssueError('invalid', ['the document has fields or white space that no issue has'])
  }
  return issue
}

/**
 * Brings an issue of any earlier schema to the current one, in a new revision of the same content.
 * There is one schema so far: this reads it, and refuses what it cannot know.
 *
 * @throws IssueError as `parseIssue`.
 */
export function migrateIssue(json: unknown): Issue {
  return parseIssue(json)
}

function schemaVersion(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value
    ? value.schemaVersion
    : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new IssueError('invalid', [`not JSON: ${text.slice(0, 80)}`], { cause })
  }
}
