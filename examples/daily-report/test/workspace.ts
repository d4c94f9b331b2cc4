import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sample } from '../src/build.ts'

export interface Recorded {
  url: string
  status: number
  headers: Record<string, string>
  file?: string
  body?: string
  capturedAt: string
}

/** A folder of a test's own, gone when the test is done. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'daily-report-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** A copy of the sample day with its manifest changed, to replay. */
export async function bentSample(
  into: string,
  bend: (manifest: Recorded[]) => Recorded[],
): Promise<string> {
  const folder = join(into, 'replay')
  await cp(sample.replay, folder, { recursive: true })
  const manifest: Recorded[] = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(bend(manifest)))
  return folder
}
