import { join } from 'node:path'
import { createClient, createSqliteStore } from '@inference-report/http'
import type { ReaderModule } from './reader.ts'

/** This package, as a program would use it: a file, and otherwise what is the default. */
export const open: ReaderModule['open'] = async (folder, clock) => {
  const store = createSqliteStore(join(folder, 'state.sqlite'))
  const client = createClient({
    userAgent: 'example-news/1.0 (+https://news.example/about)',
    store,
    sleep: async (ms) => clock.advance(ms),
    security: { allowPrivate: ['127.0.0.0/8'] },
    schedule: { amnestyDays: 0 },
  })
  return {
    async read(url) {
      await (await client.fetch(url)).arrayBuffer()
    },
    async close() {
      await client.close()
      await store.close()
    },
  }
}
