import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Corpus } from '../check.ts'
import { checksOfRecord } from '../checks-of-record.ts'
import { at } from '../dig.ts'
import type { FeedRecord } from '../record.ts'
import { inScope } from '../scope.ts'

const folder = new URL('../../../../packages/feed/test/fixtures/', import.meta.url)

function isRecord(value: unknown): value is FeedRecord {
  return Array.isArray(at(value, 'items'))
}

/** The project's own feeds, for where there are no captures: each has its expected record beside it. */
export function fixtures(): Corpus {
  const cases = readdirSync(folder).flatMap((file) => {
    const expectation = new URL(`${file}.expected.json`, folder)
    if (!existsSync(expectation)) return []
    const expected: unknown = JSON.parse(readFileSync(expectation, 'utf8'))
    if (!isRecord(expected)) throw new Error(`${file}.expected.json holds no record`)
    return {
      file,
      input: { data: new Uint8Array(readFileSync(new URL(file, folder))), sanitize: true },
      ...inScope(checksOfRecord(expected)),
    }
  })
  return { name: 'fixtures', cases }
}
