import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { createMemoryStore, createSqliteStore, type StateStore } from '../src/index.ts'
import { tolerantStore } from '../src/tolerant-store.ts'
import { emptyFolder } from './open-client.ts'
import { storeCases } from './store-cases.ts'

function broken(): never {
  throw new Error('the disk is full')
}

/** What a client uses: the real store, or its own memory where that fails. */
function tolerant(store: StateStore): StateStore {
  return { ...tolerantStore(store, () => {}), close: () => store.close() }
}

const stores: readonly { kind: string; open: () => StateStore }[] = [
  { kind: 'memory', open: () => createMemoryStore() },
  { kind: 'SQLite', open: () => createSqliteStore(join(emptyFolder(), 'state.sqlite')) },
  {
    kind: 'SQLite, quicker',
    open: () => createSqliteStore(join(emptyFolder(), 'state.sqlite'), { synchronous: 'normal' }),
  },
  { kind: 'a client’s view of memory', open: () => tolerant(createMemoryStore()) },
  {
    kind: 'a client’s view of a store that fails',
    open: () =>
      tolerant({ get: broken, set: broken, delete: broken, update: broken, close: () => {} }),
  },
]

test.for(stores.flatMap((store) => storeCases.map((one) => ({ ...store, ...one }))))(
  '$kind: $name',
  async ({ open, run }) => {
    const store = open()
    onTestFinished(async () => {
      await store.close()
    })
    await run(store)
  },
)
