import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

/** The day a replay folder is of: its name where that is a date, else the latest day it holds. */
export async function replayDate(folder: string): Promise<string | undefined> {
  const name = basename(resolve(folder))
  if (/^\d{4}-\d{2}-\d{2}$/.test(name) && !Number.isNaN(Date.parse(name))) return name
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  if (!Array.isArray(manifest)) return undefined
  return manifest
    .flatMap((entry: { capturedAt?: unknown } | null) =>
      typeof entry?.capturedAt === 'string' ? [entry.capturedAt.slice(0, 10)] : [],
    )
    .sort()
    .at(-1)
}
