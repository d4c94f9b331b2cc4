import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freezeIssue, type Issue, type IssueDraft, parseIssue } from '@inference-report/issue'
import type { Snapshot } from '@inference-report/leaderboard'
import { renderHtml, renderMarkdown, renderText } from '@inference-report/render'
import { ignoreMissing } from './missing-file.ts'

export interface Archived {
  issue: Issue
  folder: string
  /** `unchanged` where the same issue was there already. */
  outcome: 'new' | 'unchanged' | 'revised'
}

/**
 * Freezes and keeps an issue. What was published before is never changed: the same content gives
 * the same bytes, other content a new revision beside the old one.
 */
export async function archiveIssue(
  out: string,
  draft: Omit<IssueDraft, 'revision'>,
  snapshots: Record<string, Snapshot>,
): Promise<Archived> {
  const folder = join(out, draft.date)
  await mkdir(folder, { recursive: true })
  const before = await readFile(join(folder, 'issue.json'), 'utf8').catch(ignoreMissing(undefined))
  const published = before === undefined ? undefined : readPublished(before)
  const kept = await keptRevisions(folder)
  // One that cannot be read had the number after those that were kept.
  const unread = before !== undefined && published === undefined ? 1 : 0
  const last = Math.max(0, published?.revision ?? 0, ...kept) + unread
  const same = freezeIssue({ ...draft, revision: published?.revision ?? last + 1 })
  const unchanged = same.hash === published?.hash
  const revised = before !== undefined && !unchanged
  const issue =
    published === undefined || unchanged ? same : freezeIssue({ ...draft, revision: last + 1 })
  if (revised) {
    const name =
      published === undefined ? `unreadable-before-r${issue.revision}` : `r${published.revision}`
    await rename(join(folder, 'issue.json'), join(folder, `issue.${name}.json`))
  }
  const files = {
    'issue.json': `${JSON.stringify(issue, null, 2)}\n`,
    'index.html': renderHtml(issue),
    'issue.md': renderMarkdown(issue),
    'issue.txt': renderText(issue),
    'snapshots.json': `${JSON.stringify(snapshots, null, 2)}\n`,
  }
  for (const [name, content] of Object.entries(files)) {
    await writeWhole(join(folder, name), content)
  }
  return { issue, folder, outcome: unchanged ? 'unchanged' : revised ? 'revised' : 'new' }
}

/** Revisions of this date that were replaced: their numbers are never given again. */
async function keptRevisions(folder: string): Promise<number[]> {
  const names = await readdir(folder)
  return names.flatMap((name) => {
    const revision = /^issue\.r(\d+)\.json$/.exec(name)?.[1]
    return revision === undefined ? [] : [Number(revision)]
  })
}

/** Written beside and renamed, so that a reader never sees half a file. */
export async function writeWhole(file: string, content: string): Promise<void> {
  await writeFile(`${file}.part`, content)
  await rename(`${file}.part`, file)
}

function readPublished(json: string): Issue | undefined {
  try {
    return parseIssue(json)
  } catch {
    // Kept under another name by the caller: whatever it is, it is not ours to destroy.
    return undefined
  }
}
