import { dictionary } from './dictionary.ts'
import type { Random } from './random.ts'

/** Bytes; no mutation makes an input longer. */
const longest = 400_000

/** Tokens as mutations take them. */
export function tokensOf(texts: readonly string[]): Buffer[] {
  return texts.map((token) => Buffer.from(token))
}

const usual = tokensOf(dictionary)
const nothing = Buffer.alloc(0)

type Mutation = (input: Buffer, random: Random, other: Buffer, tokens: readonly Buffer[]) => Buffer

function replaced(input: Buffer, start: number, end: number, by: Uint8Array): Buffer {
  return Buffer.concat([input.subarray(0, start), by, input.subarray(end)])
}

/** Where a tag begins or ends, from any place on; that place where there is none. */
function edge(input: Buffer, random: Random): number {
  const from = random.below(input.length + 1)
  const found = random.oneIn(2) ? input.indexOf(0x3c, from) : input.indexOf(0x3e, from) + 1
  return found > 0 ? found : from
}

function range(input: Buffer, random: Random): [number, number] {
  const start = random.oneIn(2) ? edge(input, random) : random.below(input.length + 1)
  return [start, Math.min(input.length, start + random.short(4000))]
}

function repeated(unit: Buffer, random: Random): Buffer {
  const most = random.oneIn(40) ? longest : 3000
  return Buffer.alloc(unit.length === 0 ? 0 : random.short(most / unit.length) * unit.length, unit)
}

const mutations: readonly Mutation[] = [
  function flipBits(input, random) {
    const output = Buffer.from(input)
    for (let left = random.short(8); left > 0 && output.length > 0; left -= 1) {
      const at = random.below(output.length)
      output[at] = (output[at] ?? 0) ^ (1 << random.below(8))
    }
    return output
  },
  function insertToken(input, random, _, tokens) {
    const at = edge(input, random)
    return replaced(input, at, at, random.pick(tokens, nothing))
  },
  function overwriteWithToken(input, random, _, tokens) {
    const at = random.below(input.length + 1)
    const token = random.pick(tokens, nothing)
    return replaced(input, at, Math.min(input.length, at + token.length), token)
  },
  function splice(input, random, other) {
    const [start, end] = range(other, random)
    const at = edge(input, random)
    return replaced(input, at, random.oneIn(2) ? at : input.length, other.subarray(start, end))
  },
  function cross(input, random, other) {
    return Buffer.concat([
      input.subarray(0, edge(input, random)),
      other.subarray(edge(other, random)),
    ])
  },
  function remove(input, random) {
    return replaced(input, ...range(input, random), nothing)
  },
  function truncate(input, random) {
    return input.subarray(0, random.oneIn(2) ? edge(input, random) : random.below(input.length + 1))
  },
  function repeatRange(input, random) {
    const [start, end] = range(input, random)
    return replaced(input, start, start, repeated(input.subarray(start, end), random))
  },
  function repeatToken(input, random, _, tokens) {
    const at = edge(input, random)
    return replaced(input, at, at, repeated(random.pick(tokens, nothing), random))
  },
  function repeatTwoTokens(input, random, _, tokens) {
    const at = edge(input, random)
    const unit = Buffer.concat([random.pick(tokens, nothing), random.pick(tokens, nothing)])
    return replaced(input, at, at, repeated(unit, random))
  },
  function moveRange(input, random) {
    const [start, end] = range(input, random)
    const rest = replaced(input, start, end, nothing)
    const at = edge(rest, random)
    return replaced(rest, at, at, input.subarray(start, end))
  },
]

function asUtf16(input: Buffer, random: Random): Buffer {
  const text = Buffer.from(`\ufeff${input.toString('utf8')}`, 'utf16le')
  return random.oneIn(2) ? text : text.swap16()
}

/** A few mutations after another; now and then in UTF-16, whose halves may then be broken too. */
export function mutate(
  seed: Buffer,
  random: Random,
  other: () => Buffer,
  tokens: readonly Buffer[] = usual,
): Buffer {
  let output = random.oneIn(40) ? asUtf16(seed, random) : seed
  for (let left = random.short(8); left > 0; left -= 1) {
    const mutation = random.pick(mutations, (input) => input)
    output = mutation(output, random, other(), tokens).subarray(0, longest)
  }
  return output
}
