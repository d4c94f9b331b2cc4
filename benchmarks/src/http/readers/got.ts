import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import got from 'got'
import type { ReaderModule } from '../../../../packages/http/test/score/reader.ts'

/** got with its `cache`, kept in a file so that a restart forgets nothing. */
export const open: ReaderModule['open'] = async (folder) => {
  const cache = new FileMap(join(folder, 'cache.json'))
  const client = got.extend({ cache, retry: { limit: 0 } })
  return {
    async read(url) {
      await client(url).buffer()
    },
    async close() {},
  }
}

/** As much of a Map as got asks of a cache, in a file. */
class FileMap extends Map<string, unknown> {
  readonly #path: string

  constructor(path: string) {
    super()
    this.#path = path
    for (const [key, value] of readEntries(path)) super.set(key, value)
  }

  override set(key: string, value: unknown): this {
    super.set(key, value)
    this.#write()
    return this
  }

  override delete(key: string): boolean {
    const was = super.delete(key)
    this.#write()
    return was
  }

  #write(): void {
    writeFileSync(`${this.#path}.tmp`, JSON.stringify([...this]))
    renameSync(`${this.#path}.tmp`, this.#path)
  }
}

function readEntries(path: string): [string, unknown][] {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // There is none at the first start.
    return []
  }
}
