import type { Random } from './random.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Bytes; no mutation makes an input longer. */
const longest = 400_000

const values: readonly Json[] = [
  ...[null, true, false, 0, -0, -1, 0.1, 1e21, 1e308, 5e-324, 2 ** 53, -(2 ** 53)],
  ...['', ' ', '0', '-1', '1e5', 'NaN', '$1.50', '12%', '1,234', '1.2k', 'null', '$undefined'],
  ...['2026-02-30', '2026-11-20', '2026-11-20T09:30:00+05:30', '0000-00-00', 'yesterday'],
  ...[
    'javascript:x',
    '//a.example',
    'https://[',
    '\ud800',
    '\0',
    '\u202e',
    '$D2026',
    '$L1',
    '$1:a',
  ],
  ...[[], {}, [[]], [null], { a: null }],
]

const keys = ['__proto__', 'constructor', 'toString', 'length', '', 'id', 'name', 'slug', 'then']

/** A few changes of values of a JSON text, which stays JSON; `undefined` where the seed is none. */
export function mutateJson(seed: Buffer, random: Random): Buffer | undefined {
  if (!/^\s*[{[]/.test(seed.toString('utf8', 0, 40))) return undefined
  let value: Json
  try {
    value = JSON.parse(seed.toString('utf8'))
  } catch {
    return undefined
  }
  return Buffer.from(JSON.stringify(changeJson(value, random))).subarray(0, longest)
}

/** A few changes, one after another, each of one value anywhere. */
export function changeJson(value: Json, random: Random): Json {
  let changed = value
  for (let left = random.short(6); left > 0; left -= 1) changed = changeOne(changed, random)
  return changed
}

function changeOne(value: Json, random: Random): Json {
  const isLeaf = typeof value !== 'object' || value === null
  // Deep down most often: that is where the fields are.
  if (isLeaf || random.oneIn(12)) return replace(value, random)
  if (Array.isArray(value)) return changeArray(value, random)
  return changeObject(value, random)
}

function changeArray(list: Json[], random: Random): Json {
  const at = random.below(list.length)
  const one = list[at]
  if (one === undefined) return [replace(null, random)]
  if (random.oneIn(20)) return list.filter((_, index) => index !== at)
  if (random.oneIn(20)) return [...list, one]
  if (random.oneIn(200)) return Array<Json>(random.short(400)).fill(one)
  return list.map((each, index) => (index === at ? changeOne(each, random) : each))
}

function changeObject(record: { [key: string]: Json }, random: Random): Json {
  const entries = Object.entries(record)
  const at = random.below(entries.length)
  const [key, value] = entries[at] ?? ['a', null]
  const rest = entries.filter((_, index) => index !== at)
  if (random.oneIn(12)) return Object.fromEntries(rest)
  if (random.oneIn(12)) return fromEntries([...rest, [random.pick(keys, 'a'), value]])
  const [other, from] = random.pick(entries, [key, value])
  if (random.oneIn(12)) return fromEntries([...rest, [key, from], [other, value]])
  return fromEntries(
    entries.map(([name, each]) => [name, name === key ? changeOne(each, random) : each]),
  )
}

/** As JSON.parse makes it: also `__proto__` is a property like any other. */
function fromEntries(entries: [string, Json][]): { [key: string]: Json } {
  return Object.fromEntries(entries)
}

function replace(value: Json, random: Random): Json {
  if (random.oneIn(4)) return random.pick(values, null)
  if (typeof value === 'number') {
    return random.pick<Json>(
      [-value, value * 1000, value / 1000, value + 0.5, String(value), [value]],
      0,
    )
  }
  if (typeof value === 'string') {
    const number = Number(value)
    return random.pick<Json>(
      [
        value.toUpperCase(),
        value.slice(1),
        `${value}${value}`,
        ` ${value} `,
        [value],
        number,
        value.repeat(random.short(200)).slice(0, 20_000),
      ],
      '',
    )
  }
  if (random.oneIn(30)) return nest(value, random.short(3000))
  return random.pick<Json>([[value], { a: value }, ...values], null)
}

function nest(value: Json, levels: number): Json {
  let nested = value
  for (let level = 0; level < levels; level += 1)
    nested = level % 2 === 0 ? [nested] : { a: nested }
  return nested
}
