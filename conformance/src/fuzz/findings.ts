import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Execution } from './execution.ts'
import type { Failure } from './failure.ts'

export interface Finding {
  seed: number
  /** Of the first execution that failed so. */
  number: number
  failure: Failure
  /** With the smallest input found. */
  execution: Execution
}

/** Writes a finding as two files, the input and what is known of it, and gives the latter's path. */
export function writeFinding(folder: string, finding: Finding): string {
  const { seed, number, failure, execution } = finding
  const { bytes, ...call } = execution
  const name = `${failure.kind}-${createHash('sha256').update(failure.key).digest('hex').slice(0, 8)}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${name}.input`, bytes)
  const known = { ...failure, seed, number, input: `${name}.input`, bytes: bytes.length, call }
  writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(known, null, 2)}\n`)
  return `${folder}/${name}.json`
}

/** The execution that a finding's file tells of. */
export function readFinding(file: string): Execution {
  const { input, call }: { input: string; call: Omit<Execution, 'bytes'> } = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  return { ...call, bytes: readFileSync(new URL(input, `file://${file}`)) }
}
