import { writeSync } from 'node:fs'
import { createSqliteStore } from '../../src/sqlite-store.ts'

/**
 * A process that does nothing but write, and says so after each write: it is there to be killed.
 *
 *     node writer.ts <file> <lane> <first number>
 *
 * Every line on its standard output is a promise: `<key> <number>` is in the file from now on.
 */
const [, , path = '', lane = '', first = '1'] = process.argv
const store = createSqliteStore(path)

for (let number = Number(first); ; number += 1) {
  const own = `validators ${lane} ${number % 20}`
  const shared = 'counter'
  let count = 0
  await store.update([own, shared], (current) => {
    count = numberOf(current.get(shared)) + 1
    return new Map([
      [own, encode(number)],
      [shared, encode(count)],
    ])
  })
  // Not through a stream: what is in a buffer dies with the process, and was never promised.
  writeSync(1, `${own}\t${number}\n`)
}

/** The number, and a filling that shows whether the value is whole. */
function encode(number: number): Uint8Array {
  const filling = String(number)
    .padStart(8, '0')
    .repeat((number * 7919) % 600)
  return Buffer.from(JSON.stringify({ number, etag: `"${number}"`, filling }))
}

function numberOf(value: Uint8Array | undefined): number {
  if (value === undefined) return 0
  const { number }: { number: number } = JSON.parse(Buffer.from(value).toString())
  return number
}
