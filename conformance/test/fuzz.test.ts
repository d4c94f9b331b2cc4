import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, expect, test } from 'vitest'
import { checkExecution } from '../src/fuzz/check-execution.ts'
import { checkBodies, checkSchema, checkValues } from '../src/fuzz/check-record.ts'
import { readCommandLine } from '../src/fuzz/command-line.ts'
import { type Execution, makeExecution } from '../src/fuzz/execution.ts'
import { failure } from '../src/fuzz/failure.ts'
import { FindingList } from '../src/fuzz/finding-list.ts'
import { readFinding, writeFinding } from '../src/fuzz/findings.ts'
import { memoryLimit, timeLimit } from '../src/fuzz/limits.ts'
import { minimise } from '../src/fuzz/minimise.ts'
import { mutate } from '../src/fuzz/mutate.ts'
import { Random } from '../src/fuzz/random.ts'
import { readSeeds } from '../src/fuzz/seeds.ts'
import { suites } from '../src/fuzz/suites/index.ts'
import { targets } from '../src/fuzz/targets.ts'

const seeds = readSeeds(undefined)
const everything = { schema: true, bodies: true, twice: true }
const numbers = Array.from({ length: 400 }, (_, number) => number)

test('seed and number decide an execution, whatever came before it', () => {
  const one = numbers.slice(0, 50).map((number) => makeExecution(seeds, 7, number))
  const again = numbers
    .slice(0, 50)
    .reverse()
    .map((number) => makeExecution(seeds, 7, number))
  expect(again.reverse()).toEqual(one)
  expect(makeExecution(seeds, 8, 0)).not.toEqual(one[0])
})

test('executions reach every target, and many are feeds still', () => {
  const executions = numbers.map((number) => makeExecution(seeds, 1, number))
  expect(new Set(executions.map(({ target }) => target))).toEqual(new Set(Object.keys(targets)))
  const read = executions.filter((execution) => {
    try {
      const result = suites.feed.call(execution)
      return typeof result === 'object' && result !== null && 'items' in result
    } catch {
      return false
    }
  })
  expect(read.length).toBeGreaterThan(numbers.length / 3)
})

test('mutations change nearly every input, and keep it within bounds', () => {
  const seed = Buffer.from('<rss><channel><item><title>a</title></item></channel></rss>')
  const mutated = numbers.map((number) => mutate(seed, new Random(3, number), () => seed))
  expect(mutated.filter((each) => !each.equals(seed)).length).toBeGreaterThan(350)
  expect(new Set(mutated.map((each) => each.toString('hex'))).size).toBeGreaterThan(330)
  expect(Math.max(...mutated.map(({ length }) => length))).toBeLessThanOrEqual(400_000)
})

test('random numbers stay below their limit and use all of it', () => {
  const random = new Random(1, 1)
  const drawn = new Set(Array.from({ length: 500 }, () => random.below(10)))
  expect([...drawn].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('what parses a sound feed without a fault passes every check', () => {
  const bytes = Buffer.from(
    '<rss version="2.0"><channel><title>A</title><link>https://a.example/</link><item><title>B</title><link>/b</link><pubDate>Fri, 20 Nov 2026 09:30:00 GMT</pubDate><description>&lt;a href="/c"&gt;c&lt;/a&gt;</description></item></channel></rss>',
  )
  for (const target of ['feed', 'feed-unsanitized', 'feed-of-text'] as const) {
    expect(checkExecution({ target, bytes }, everything)).toBeUndefined()
  }
  expect(checkExecution({ target: 'opml', bytes }, everything)).toBeUndefined()
})

// Each stands for a defect that a parser might have.
test.for([
  [{ items: [{ url: '/relative' }] }, 'url-not-absolute feed.items.#.url'],
  [{ items: [{ authors: [{ email: '' }] }] }, 'not-plain feed.items.#.authors.#.email'],
  [{ title: null }, 'not-plain feed.title'],
  [{ hints: { ttl: Number.NaN } }, 'not-plain feed.hints.ttl'],
  [{ updatedAt: '2026-11-20T09:30:00+01:00' }, 'time-not-utc feed.updatedAt'],
  [{ updatedAt: '2026-13-40T09:30:00Z' }, 'time-not-utc feed.updatedAt'],
  [{ updatedAt: new Date(0) }, 'not-plain feed.updatedAt'],
] as const)('%j is a failure', ([record, key]) => {
  expect(checkValues(record, 'feed')?.key).toBe(key)
})

test('a record is checked against the schema', () => {
  expect(checkSchema({ format: 'rss', items: [] })?.kind).toBe('schema')
})

test.for([
  ['<p onclick="x()">a</p>', 'unsafe-html onclick on <p>'],
  ['<!--><iframe src="https://a.example/"></iframe>-->', 'unsafe-html <iframe>'],
  ['a<script>b</script>', 'unsafe-html <script>'],
  ['<a href="java&#115;cript:x()">a</a>', 'unsafe-html href= on <a>'],
  ['<img src="/relative.png">', 'unsafe-html src= on <img>'],
  ['<p style="background:url(https://a.example/)">a</p>', 'unsafe-html style on <p>'],
])('%s is no sanitized body', ([contentHtml, key]) => {
  expect(checkBodies([{ contentHtml }])?.key).toBe(key)
})

test('a sanitized body is one', () => {
  const contentHtml =
    '<p style="color: red">a <a href="https://a.example/">b</a> <img src="https://a.example/c.png"></p>'
  expect(checkBodies([{ contentHtml }])).toBeUndefined()
})

test('the smallest input that still fails is found, within the bounds', async () => {
  const input = Buffer.from('aaaaaaaaaaaaaXbbbbbbbbbbbbbbbbbYcccccccc')
  const fails = async (bytes: Uint8Array) => /X.*Y/.test(Buffer.from(bytes).toString())
  const soon = Date.now() + 10_000
  const smallest = await minimise(input, fails, { tries: 1000, deadline: soon })
  expect(Buffer.from(smallest).toString()).toBe('XY')
  let tries = 0
  const counted = async (bytes: Uint8Array) => {
    tries += 1
    return fails(bytes)
  }
  await minimise(input, counted, { tries: 3, deadline: soon })
  expect(tries).toBe(3)
})

test('failures of one cause are one finding, with the smallest input', () => {
  const list = new FindingList()
  const report = (size: number, index: number) => ({
    number: size,
    execution: { target: 'feed', bytes: Buffer.alloc(size) } satisfies Execution,
    failure: failure('slow', `items[${index}]`, ''),
  })
  for (const [index, size] of [30, 10, 20].entries()) list.add(report(size, index))
  list.add({ ...report(5, 0), failure: failure('throws', 'elsewhere', '') })
  expect([...list].map(({ number, times }) => [number, times])).toEqual([
    [10, 3],
    [5, 1],
  ])
})

const folder = mkdtempSync(`${tmpdir()}/inference-report-fuzz-test-`)
afterAll(() => rmSync(folder, { recursive: true }))

test('a finding on disk holds input, seed and reason, and can be run again', () => {
  const execution: Execution = { target: 'opml', bytes: Buffer.from([0, 255, 60]) }
  const found = failure('throws', 'opml TypeError', 'TypeError: x')
  const file = writeFinding(folder, { seed: 3, number: 12, failure: found, execution })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    kind: 'throws',
    key: 'throws opml TypeError',
    seed: 3,
    number: 12,
    bytes: 3,
  })
  expect(readFinding(file)).toEqual({ target: 'opml', bytes: Buffer.from([0, 255, 60]) })
})

test('limits grow with the input', () => {
  expect(memoryLimit(1_000_000)).toBe(62_000_000)
  expect(timeLimit(2_000_000) - timeLimit(1_000_000)).toBeCloseTo(
    timeLimit(1_000_000) - timeLimit(0),
  )
})

test('half a million executions, unless asked otherwise', () => {
  const options = readCommandLine([], 1234)
  expect(options).toMatchObject({ executions: 500_000, seed: 1234, threads: 2 })
  expect(options.seconds).toBe(Number.POSITIVE_INFINITY)
  const asked = readCommandLine(
    ['--seconds', '5', '--seed', '9', '--threads', '64', '--corpus', 'a'],
    0,
  )
  expect(asked).toMatchObject({ seconds: 5, seed: 9, threads: 2, corpus: 'a' })
  expect(() => readCommandLine(['--seconds', 'soon'], 0)).toThrow('whole number')
})
