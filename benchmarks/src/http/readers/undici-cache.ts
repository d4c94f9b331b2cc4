import { join } from 'node:path'
import { Agent, cacheStores, interceptors, request } from 'undici'
import type { ReaderModule } from '../../../../packages/http/test/score/reader.ts'

/** undici with its cache interceptor as its manual shows it, in a file so that a restart forgets nothing. */
export const open: ReaderModule['open'] = async (folder) => {
  const store = new cacheStores.SqliteCacheStore({ location: join(folder, 'cache.sqlite') })
  const agent = new Agent()
  // Readers are private caches: as a shared one it would keep nothing that sets a cookie.
  const dispatcher = agent.compose(interceptors.cache({ store, type: 'private' }))
  return {
    async read(url) {
      await (await request(url, { dispatcher })).body.arrayBuffer()
    },
    async close() {
      await agent.close()
      store.close()
    },
  }
}
