import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from './workspace.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

function run(args: readonly string[], cwd: string, environment: Record<string, string> = {}) {
  return spawnSync(process.execPath, ['--conditions=@inference-report/source', main, ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  })
}

test('makes the sample issue where the user stands, and says where it is', async () => {
  await using out = await temporaryFolder()
  const { status, stdout, stderr } = run(['build'], out.path)
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const [head, , ...lines] = stdout.split('\n')
  expect(head).toMatch(/^source +state +items +ms$/)
  expect(lines[0]).toMatch(/^Marrowfield Labs +ok +2 +\d+$/)
  expect(stdout).toContain('10 sources: 8 ok, 1 quiet, 1 failed')
  expect(stdout).toMatch(
    /The Inference Report, 2026-03-02 \(revision 1, hash [0-9a-f]{12}\)\nout\/2026-03-02\/index\.html\n$/,
  )
  expect(stdout).not.toContain('\u001b')
  expect(existsSync(join(out.path, 'out/2026-03-02/index.html'))).toBe(true)
})

test('prints what the README at the root shows, but for the milliseconds', async () => {
  await using out = await temporaryFolder()
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const shown = /```text\n(source[\s\S]*?)\n```/.exec(readme)?.[1] ?? ''
  // The table's last column is as wide as its longest duration.
  const timeless = (text: string) => text.trimEnd().replace(/ +\d*(ms)?$|─+$/gm, '')
  expect(timeless(run(['build'], out.path).stdout)).toBe(timeless(shown))
})

test('through npm start, paths are from where npm was called', async () => {
  await using out = await temporaryFolder()
  const { status } = run(
    ['build', '--out', 'site'],
    fileURLToPath(new URL('..', import.meta.url)),
    {
      npm_lifecycle_event: 'start',
      npm_package_name: 'inference-report-toolkit',
      INIT_CWD: out.path,
    },
  )
  expect(status).toBe(0)
  expect(existsSync(join(out.path, 'site/2026-03-02/issue.json'))).toBe(true)
})

test('wrong arguments exit with 2 and say what to do', async () => {
  await using out = await temporaryFolder()
  const { status, stdout, stderr } = run(['build', '--date', 'yesterday'], out.path)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toBe(
    'inference-report: --date takes a day such as 2026-03-02, not "yesterday"\nTry: inference-report --help\n',
  )
})

test.for([
  [['build', '--replay', 'nowhere'], 'nowhere'],
  [['build', '--config', 'nowhere.json'], 'nowhere.json'],
] as const)('%j exits with 1, for nothing could be made', async ([args, told]) => {
  await using out = await temporaryFolder()
  const { status, stdout, stderr } = run(args, out.path)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain(told)
  expect(stderr).not.toMatch(/^\s+at /m)
})

test('the installed command is the same', async () => {
  await using out = await temporaryFolder()
  const bin = fileURLToPath(new URL('../bin/inference-report.js', import.meta.url))
  const call = (...args: string[]) =>
    spawnSync(process.execPath, [bin, ...args], { cwd: out.path, encoding: 'utf8' })
  expect(call('--version').stdout).toBe(run(['--version'], out.path).stdout)
  expect(call('bild').status).toBe(2)
})

test('help and version go to standard output', async () => {
  await using out = await temporaryFolder()
  expect(run(['--help'], out.path)).toMatchObject({ status: 0, stderr: '' })
  expect(run(['--version'], out.path).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
