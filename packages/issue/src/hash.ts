import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'
import type { Issue } from './document.ts'
import { IssueError } from './issue-error.ts'

/**
 * SHA-256, in hex, of the canonical JSON of everything but `hash`.
 *
 * @throws IssueError `invalid` for what canonical JSON cannot hold, such as half an emoji.
 */
export function issueHash(issue: Issue | Omit<Issue, 'hash'>): string {
  return hashOf(issue)
}

/** The same for a document that may be none. */
export function hashOf(document: unknown): string {
  const { hash: _, ...rest } = { hash: undefined, ...Object(document) }
  try {
    return bytesToHex(sha256(utf8ToBytes(canonicalJson(rest))))
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new IssueError('invalid', [cause.message], { cause })
  }
}
