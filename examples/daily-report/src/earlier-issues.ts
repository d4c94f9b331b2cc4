import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Issue, parseIssue } from '@inference-report/issue'
import type { Snapshot } from '@inference-report/leaderboard'
import { snapshotSchema } from '@inference-report/leaderboard/schema'
import * as z from 'zod'
import { ignoreMissing } from './missing-file.ts'

const snapshotsSchema = z.record(z.string(), snapshotSchema)

export interface EarlierIssue {
  issue: Issue
  /** By board; empty where they were not kept. */
  snapshots: Record<string, Snapshot>
}

/**
 * The issues before a date, the latest first. One that cannot be read, or was altered, is told and
 * left out.
 */
export async function readEarlierIssues(
  out: string,
  date: string,
  tell: (message: string) => void,
): Promise<EarlierIssue[]> {
  const folders = await readdir(out).catch(ignoreMissing([]))
  const earlier = folders.filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name) && name < date)
  const read = await Promise.all(
    earlier
      .sort()
      .reverse()
      .map(async (name) => {
        try {
          return [await readEarlierIssue(join(out, name))]
        } catch (error) {
          tell(`${join(out, name)} is left out of the archive: ${messageOf(error)}`)
          return []
        }
      }),
  )
  return read.flat()
}

async function readEarlierIssue(folder: string): Promise<EarlierIssue> {
  const issue = parseIssue(await readFile(join(folder, 'issue.json'), 'utf8'))
  const kept = await readFile(join(folder, 'snapshots.json'), 'utf8').catch(ignoreMissing('{}'))
  return { issue, snapshots: snapshotsSchema.parse(JSON.parse(kept)) }
}

/** The last snapshot of a board that was captured before this one; `undefined` where there is none. */
export function baselineOf(
  snapshot: Snapshot,
  earlier: readonly EarlierIssue[],
): Snapshot | undefined {
  return earlier
    .flatMap(({ snapshots }) => snapshots[snapshot.board] ?? [])
    .find(
      (candidate) =>
        candidate.id !== snapshot.id && (candidate.capturedAt ?? '') < (snapshot.capturedAt ?? ''),
    )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
