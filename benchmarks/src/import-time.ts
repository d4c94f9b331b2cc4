import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './measure/arithmetic.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Milliseconds until a fresh process has imported a package: median of so many processes. */
export function importTime(specifier: string, rounds: number): number {
  const code = `const started = performance.now()
await import(${JSON.stringify(specifier)})
console.log(performance.now() - started)`
  const one = () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
        cwd: folder,
        encoding: 'utf8',
      }),
    )
  return median(Array.from({ length: rounds }, one))
}
