import { SourceError } from '@inference-report/source'
import { createClient, createSqliteStore } from '../../src/index.ts'

/** A program of its own: asks one address, says what came of it, and ends. */
const [, , path = '', url = ''] = process.argv
const store = createSqliteStore(path)
const client = createClient({
  store,
  robots: 'ignore',
  security: { allowPrivate: ['127.0.0.0/8'] },
})

try {
  const { status } = await client.fetch(url)
  process.send?.(String(status))
} catch (error) {
  process.send?.(SourceError.is(error) ? error.code : String(error))
}
await client.close()
await store.close()
process.disconnect()
