import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/feed.js', import.meta.url))

function run(input: string | Uint8Array, ...options: string[]) {
  const flags = ['--conditions=@inference-report/source', '--no-warnings']
  return spawnSync(process.execPath, [...flags, bin, ...options], { input, encoding: 'utf8' })
}

test('prints the feed on standard input as JSON', () => {
  const text = '<rss><channel><item><link>/a</link></item></channel></rss>'
  const { status, stdout, stderr } = run(text, '--url', 'https://site.example/feed')
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout)).toMatchObject({ items: [{ url: 'https://site.example/a' }] })
})

test('reads bytes in their own encoding', () => {
  const bytes = Buffer.from('<rss><channel><title>caf\xe9</title></channel></rss>', 'latin1')
  const { stdout } = run(bytes, '--content-type', 'text/xml; charset=iso-8859-1')
  expect(JSON.parse(stdout)).toMatchObject({ title: 'café' })
})

test('--raw keeps bodies as they are', () => {
  const text =
    '<rss><channel><item><description>&lt;p id="x">a&lt;/p></description></item></channel></rss>'
  expect(run(text).stdout).not.toContain('id=')
  expect(run(text, '--raw').stdout).toContain('id=')
})

test('what is no feed is told on standard error, with exit code 1', () => {
  const { status, stdout, stderr } = run('Not found')
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain('not-a-feed')
})

test('wrong usage is exit code 2, help is not', () => {
  expect(run('', '--urls').status).toBe(2)
  expect(run('', '--help')).toMatchObject({ status: 0, stderr: '' })
})

test('an address that is none is wrong usage', () => {
  const { status, stderr } = run('<rss/>', '--url', 'nonsense')
  expect(status).toBe(2)
  expect(stderr).toContain('--url')
})

test('whoever reads only the beginning leaves no stack trace', () => {
  const items = '<item><title>a long title to fill the pipe with</title></item>'.repeat(20_000)
  const command = `"${process.execPath}" --conditions=@inference-report/source --no-warnings "${bin}" | head -n 1`
  const { stdout, stderr } = spawnSync('sh', ['-c', command], {
    input: `<rss><channel>${items}</channel></rss>`,
    encoding: 'utf8',
  })
  expect([stdout, stderr]).toEqual(['{\n', ''])
})
