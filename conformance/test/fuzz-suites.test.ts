import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { SourceError } from '@inference-report/source'
import { afterAll, describe, expect, test } from 'vitest'
import { checkExecution } from '../src/fuzz/check-execution.ts'
import { readCommandLine } from '../src/fuzz/command-line.ts'
import { failure } from '../src/fuzz/failure.ts'
import { readFinding, writeFinding } from '../src/fuzz/findings.ts'
import { mutateFlight } from '../src/fuzz/mutate-flight.ts'
import { mutateJson } from '../src/fuzz/mutate-json.ts'
import { mutateMarkup } from '../src/fuzz/mutate-markup.ts'
import { Random } from '../src/fuzz/random.ts'
import { shrinkJson } from '../src/fuzz/shrink-json.ts'
import { suites } from '../src/fuzz/suites/index.ts'
import { type TextTarget, textSuite } from '../src/fuzz/text-suite.ts'

const numbers = Array.from({ length: 300 }, (_, number) => number)
const everything = { schema: true, bodies: true, twice: true }

describe.each(['arxiv', 'leaderboards', 'trending'] as const)('%s', (name) => {
  const suite = suites[name]
  const prepared = suite.prepare(undefined)

  test('has seeds, and seed and number decide an execution', () => {
    expect(prepared.count).toBeGreaterThan(6)
    const made = numbers.slice(0, 40).map((number) => prepared.make(7, number))
    const again = suite.prepare(undefined)
    expect(numbers.slice(0, 40).map((number) => again.make(7, number))).toEqual(made)
    expect(prepared.make(8, 0)).not.toEqual(made[0])
    expect(made.every((execution) => execution.suite === name)).toBe(true)
  }, 60_000)

  test('its executions get past the first check of their targets', () => {
    const outcomes = new Map<string, Set<string>>()
    for (const number of numbers) {
      const execution = prepared.make(1, number)
      const seen = outcomes.get(execution.target) ?? new Set()
      outcomes.set(execution.target, seen)
      try {
        suite.call(execution)
        seen.add('read')
      } catch (error) {
        seen.add(SourceError.is(error) ? 'refused' : 'thrown')
      }
    }
    for (const [target, seen] of outcomes)
      expect([target, seen.has('read')]).toEqual([target, true])
  }, 60_000)
})

/** A suite of one function, with one seed. */
function suiteOf(target: Partial<TextTarget>) {
  return textSuite({
    name: 'trending',
    noun: 'seeds',
    dictionary: [],
    readSeeds: () => ({ all: [Buffer.from('a')] }),
    targets: { one: { weight: 1, seeds: 'all', call: () => undefined, ...target } },
  })
}

const wrong = { error: { issues: [{ path: ['a'], code: 'x', message: 'y' }] } }
// Each stands for a defect that a parser might have.
const defects: [string, unknown, Partial<TextTarget>, string][] = [
  ['null in a record', { title: null }, {}, 'not-plain one.title'],
  ['a relative address', { url: '/a' }, {}, 'url-not-absolute one.url'],
  ['what JSON cannot carry', 10n, { isRecord: false }, 'not-plain one'],
  ['what the schema is not of', { a: 1 }, { schema: { safeParse: () => wrong } }, 'schema a x'],
  ['markup that runs', '<script>', { isRecord: false, htmlOf: String }, 'unsafe-html <script>'],
]

test.for(defects)('%s is a failure', ([, result, target, key]) => {
  expect(suiteOf(target).check('one', result, everything)?.key).toBe(key)
})

test('a SourceError is a refusal only where there may be one', () => {
  expect(suites.arxiv.mayRefuse('arxivId')).toBe(false)
  expect(suites.arxiv.mayRefuse('oai')).toBe(true)
  expect(() => suites.arxiv.mayRefuse('toString')).toThrow('no target')
})

test('a sound page passes every check', () => {
  const page = readFileSync(
    new URL('../../packages/github-trending/test/fixtures/today.html', import.meta.url),
  )
  const execution = { suite: 'trending', target: 'repositories', bytes: page } as const
  expect(checkExecution(execution, everything)).toBeUndefined()
})

test('values of a JSON text are changed, and it stays JSON', () => {
  const seed = Buffer.from(
    '{"data":[{"id":"a","price":{"input":1.5}},{"id":"b","tags":["x","y"]}]}',
  )
  const mutated = numbers.flatMap((number) => mutateJson(seed, new Random(1, number)) ?? [])
  expect(mutated).toHaveLength(numbers.length)
  const texts = mutated.map((each) => each.toString('utf8'))
  expect(new Set(texts).size).toBeGreaterThan(150)
  for (const text of texts.filter(({ length }) => length < 400_000)) JSON.parse(text)
  expect(texts.filter((text) => text.includes('"id":"a"')).length).toBeGreaterThan(20)
  expect(mutateJson(Buffer.from('<p>'), new Random(1, 1))).toBeUndefined()
  expect(mutateJson(Buffer.from('{'), new Random(1, 1))).toBeUndefined()
})

test('values of a flight payload are changed, and the page around it is not', () => {
  const seed = readFileSync(
    new URL('../../packages/next-flight/test/fixtures/board-page.html', import.meta.url),
  )
  const mutated = numbers.flatMap((number) => mutateFlight(seed, new Random(1, number)) ?? [])
  expect(mutated.length).toBeGreaterThan(40)
  expect(mutated.filter((each) => !each.equals(seed)).length).toBeGreaterThan(30)
  for (const page of mutated) {
    expect(page.toString('utf8').split('<script').length).toBe(
      seed.toString('utf8').split('<script').length,
    )
  }
  expect(mutateFlight(Buffer.from('<p>'), new Random(1, 1))).toBeUndefined()
})

test('elements and attributes are changed, and most of what was well-formed stays so', () => {
  const seed = Buffer.from(
    '<feed><entry id="1"><title>On x</title><author><name>A</name></author></entry><entry><title>b</title></entry></feed>',
  )
  const mutated = numbers.flatMap((number) => mutateMarkup(seed, new Random(1, number)) ?? [])
  expect(mutated).toHaveLength(numbers.length)
  expect(new Set(mutated.map((each) => each.toString('utf8'))).size).toBeGreaterThan(120)
  const isBalanced = (text: string) =>
    (text.match(/<[a-z][^<>]*>/gi) ?? []).length === (text.match(/<\/[a-z][^<>]*>/gi) ?? []).length
  expect(mutated.filter((each) => isBalanced(each.toString('utf8'))).length).toBeGreaterThan(250)
  expect(mutateMarkup(Buffer.from('2104.12255'), new Random(1, 1))).toBeUndefined()
})

test('a large JSON text becomes a seed by shorter lists', () => {
  const large = { data: Array.from({ length: 5000 }, (_, id) => ({ id, name: 'x'.repeat(40) })) }
  const shrunk = shrinkJson(Buffer.from(JSON.stringify(large)))
  expect(shrunk.length).toBeLessThan(64_000)
  expect(JSON.parse(shrunk.toString('utf8')).data[0]).toEqual({ id: 0, name: 'x'.repeat(40) })
  const small = Buffer.from('{"data": [1]}')
  expect(shrinkJson(small)).toBe(small)
})

test('the suite is feed unless asked otherwise, and none that is not', () => {
  expect(readCommandLine([], 1).suite).toBe('feed')
  expect(readCommandLine(['--suite', 'arxiv'], 1).suite).toBe('arxiv')
  expect(() => readCommandLine(['--suite', 'toString'], 1)).toThrow('--suite wants feed, arxiv')
})

const folder = mkdtempSync(`${tmpdir()}/inference-report-fuzz-suites-`)
afterAll(() => rmSync(folder, { recursive: true }))
const main = fileURLToPath(new URL('../src/fuzz/main.ts', import.meta.url))
const node = ['--conditions=@inference-report/source', main]

test('a finding keeps its suite, and can be run again', () => {
  const execution = { suite: 'trending', target: 'languages', bytes: Buffer.from('<p>') } as const
  const file = writeFinding(folder, {
    seed: 1,
    number: 2,
    failure: failure('slow', 'languages', ''),
    execution,
  })
  expect(readFinding(file)).toEqual(execution)
  const printed = execFileSync(process.execPath, [...node, '--replay', file])
  expect(printed.toString()).toBe('nothing is wrong\n')
}, 60_000)

test('a run of a suite says what it did, and reads a corpus of the caller’s', () => {
  const corpus = mkdtempSync(`${folder}/corpus-`)
  writeFileSync(`${corpus}/a.html`, '<title>Trending repositories on GitHub today</title>')
  const { stdout } = spawnSync(
    process.execPath,
    [
      ...node,
      '--suite',
      'trending',
      '--executions',
      '200',
      '--seed',
      '5',
      '--threads',
      '1',
      '--corpus',
      corpus,
      '--out',
      folder,
    ],
    { encoding: 'utf8' },
  )
  expect(stdout).toContain('seed 5, 1 Trending pages, 1 threads')
  expect(stdout).toMatch(/^200 executions in \d+ s$/m)
}, 60_000)
