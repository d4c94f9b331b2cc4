import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { readmeExamples } from '../src/readme-examples.ts'

test.for(readmeExamples())(
  '$id prints what it says',
  { timeout: 30_000 },
  ({ folder, code, output }) => {
    expect(output, 'an example without its output').toBeDefined()
    const run = spawnSync(
      process.execPath,
      ['--conditions=@inference-report/source', '--input-type=module-typescript', '--eval', code],
      // No proxy and no key: an example that needs the network or a secret is not one.
      { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    )
    expect(run.stderr).toBe('')
    expect(run.stdout.trimEnd()).toBe(output?.trimEnd())
  },
)
