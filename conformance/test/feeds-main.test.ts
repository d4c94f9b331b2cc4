import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

function conformance(...args: string[]) {
  return spawnSync(
    process.execPath,
    ['--conditions=@inference-report/source', 'src/main.ts', ...args],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], CAPTURES_DIR: '/no/such/folder' },
    },
  )
}

test('without the corpora it says so, and runs over our own fixtures', { timeout: 30_000 }, () => {
  const { status, stdout, stderr } = conformance('--failures')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^The corpora are not here/)
  const [, passed, total] = /^fixtures +(\d+)\/(\d+) /m.exec(stdout) ?? []
  expect(Number(total)).toBeGreaterThan(100)
  expect(Number(passed)).toBeGreaterThan(100)
})

test('a corpus that does not exist is an error', { timeout: 30_000 }, () => {
  const { status, stderr } = conformance('no-such-corpus')
  expect(status).toBe(1)
  expect(stderr).toMatch(/No corpus no-such-corpus/)
})

test('help goes to standard output, a wrong option and the help to the other', {
  timeout: 30_000,
}, () => {
  const help = conformance('--help')
  expect([help.status, help.stderr]).toEqual([0, ''])
  expect(help.stdout).toMatch(/^Usage: .*conformance[\s\S]*--failures/)
  const wrong = conformance('--wat')
  expect([wrong.status, wrong.stdout]).toEqual([2, ''])
  expect(wrong.stderr).toMatch(/--wat[\s\S]*Usage:/)
})
