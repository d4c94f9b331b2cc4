import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { callWithin } from '../src/fuzz/memory.ts'
import { Probe } from '../src/fuzz/probe.ts'

const main = fileURLToPath(new URL('../src/fuzz/main.ts', import.meta.url))
const folder = mkdtempSync(`${tmpdir()}/inference-report-fuzz-run-`)
afterAll(() => rmSync(folder, { recursive: true }))

const node = ['--conditions=@inference-report/source', main]

test('a run says its seed and how many executions it made', () => {
  mkdirSync(`${folder}/corpus`)
  writeFileSync(
    `${folder}/corpus/a.xml`,
    '<rss><channel><item><title>a</title></item></channel></rss>',
  )
  const { stdout } = spawnSync(
    process.execPath,
    [
      ...node,
      '--executions',
      '300',
      '--seed',
      '11',
      '--corpus',
      `${folder}/corpus`,
      '--out',
      folder,
    ],
    { encoding: 'utf8' },
  )
  expect(stdout).toContain('seed 11, 1 feeds, 2 threads')
  expect(stdout).toMatch(/^300 executions in \d+ s; memory measured for \d+ inputs$/m)
}, 30_000)

test('an input that fails no more is told so', () => {
  writeFileSync(`${folder}/fixed.input`, '<rss/>')
  const known = { input: 'fixed.input', call: { target: 'feed' } }
  writeFileSync(`${folder}/fixed.json`, JSON.stringify(known))
  const printed = execFileSync(process.execPath, [...node, '--replay', `${folder}/fixed.json`])
  expect(printed.toString()).toBe('nothing is wrong\n')
  expect(readdirSync(folder)).toContain('fixed.json')
}, 30_000)

test('a call that needs more heap than it may have is noticed', async () => {
  const bytes = Buffer.from(`<rss><channel>${'<item><title>a</title></item>'.repeat(40_000)}`)
  expect(await callWithin(16 * 2 ** 20, { target: 'feed', bytes })).toBe('not enough')
  expect(await callWithin(512 * 2 ** 20, { target: 'feed', bytes })).toBe('enough')
}, 60_000)

test('a probe answers for one input after another', async () => {
  const probe = new Probe()
  const bytes = Buffer.from('<rss><channel><title>a</title></channel></rss>')
  expect(await probe.keyOf({ target: 'feed', bytes })).toBeUndefined()
  expect(await probe.keyOf({ target: 'date', bytes })).toBeUndefined()
  await probe.close()
}, 30_000)
