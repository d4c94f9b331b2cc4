import { checkBodies, checkSchema, checkValues, type Schema } from './check-record.ts'
import { type Failure, failure } from './failure.ts'
import { mutate, tokensOf } from './mutate.ts'
import { mutateFlight } from './mutate-flight.ts'
import { mutateJson } from './mutate-json.ts'
import { mutateMarkup } from './mutate-markup.ts'
import { Random } from './random.ts'
import type { Suite, SuiteName } from './suite.ts'
import { textOf } from './text-of.ts'

/** One function of a suite whose parsers take text. */
export interface TextTarget {
  /** How often it is called, beside the others. */
  weight: number
  /** Which seeds its inputs start from. */
  seeds: string
  call(text: string): unknown
  /** Whether it may throw a SourceError; true by default. */
  mayRefuse?: boolean
  /** Whether its result is a record: plain, no empty texts, absolute addresses. True by default. */
  isRecord?: boolean
  schema?: Schema
  /** The part that is put into pages: nothing in it may run. */
  htmlOf?(result: unknown): string
  /** What of the result the schema is of; by default all of it. */
  recordsOf?(result: unknown): readonly unknown[]
}

/** Seeds by kind. */
export type Pools = Readonly<Record<string, readonly Buffer[]>>

interface TextSuite {
  name: Exclude<SuiteName, 'feed'>
  noun: string
  targets: Readonly<Record<string, TextTarget>>
  readSeeds(corpus: string | undefined): Pools
  /** What its parsers treat in a way of its own, beside what feeds and pages have. */
  dictionary: readonly string[]
}

/** A suite of functions that take text, each with inputs made from seeds of its own kind. */
export function textSuite({ name, noun, targets, readSeeds, dictionary }: TextSuite): Suite {
  const names = Object.entries(targets).flatMap(([target, { weight }]) =>
    Array<string>(weight).fill(target),
  )
  const tokens = tokensOf(dictionary)
  const find = (target: string): TextTarget => {
    const found = Object.hasOwn(targets, target) ? targets[target] : undefined
    if (found === undefined) throw new Error(`${name} has no target ${target}`)
    return found
  }
  return {
    noun,
    prepare(corpus) {
      const pools = readSeeds(corpus)
      const count = new Set(Object.values(pools).flat()).size
      const make = (seed: number, number: number) => {
        const random = new Random(seed, number)
        const target = random.pick(names, '')
        const pool = pools[find(target).seeds] ?? []
        const bytes = makeInput(pool, random, tokens)
        return { suite: name, target, bytes }
      }
      return { count, make }
    },
    call: ({ target, bytes }) => find(target).call(textOf(bytes)),
    mayRefuse: (target) => find(target).mayRefuse ?? true,
    check(target, result, sampled) {
      const {
        isRecord = true,
        schema,
        htmlOf,
        recordsOf = (whole: unknown) => [whole],
      } = find(target)
      const found = isRecord ? checkValues(result, target) : checkJson(result, target)
      if (found === undefined && htmlOf !== undefined && sampled.bodies) {
        return checkBodies([{ contentHtml: htmlOf(result) }])
      }
      if (found !== undefined || schema === undefined || !sampled.schema) return found
      for (const record of recordsOf(result)) {
        const wrong = checkSchema(record, schema)
        if (wrong !== undefined) return wrong
      }
      return undefined
    },
    isMemoryMeasured: false,
  }
}

/** Half of the inputs keep the seed's form and have values changed; of those a part, and the rest, is changed as bytes. */
function makeInput(pool: readonly Buffer[], random: Random, tokens: readonly Buffer[]): Buffer {
  const other = () => random.pick(pool, Buffer.alloc(0))
  const seed = other()
  const changed = random.oneIn(2) ? undefined : changeValues(seed, random)
  if (changed !== undefined && !random.oneIn(4)) return changed
  return mutate(changed ?? seed, random, other, random.oneIn(3) ? undefined : tokens)
}

function changeValues(seed: Buffer, random: Random): Buffer | undefined {
  const inPayload = random.oneIn(3) ? undefined : mutateFlight(seed, random)
  return mutateJson(seed, random) ?? inPayload ?? mutateMarkup(seed, random)
}

/** Whether JSON can carry a result that is no record. */
function checkJson(result: unknown, target: string): Failure | undefined {
  try {
    JSON.stringify(result)
    return undefined
  } catch (error) {
    return failure('not-plain', target, String(error))
  }
}
