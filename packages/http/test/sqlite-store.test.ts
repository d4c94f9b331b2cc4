import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { createSqliteStore, type SqliteStoreOptions, type StateStore } from '../src/index.ts'
import { emptyFolder } from './open-client.ts'

const one = Uint8Array.of(1)

function open(path: string, options?: SqliteStoreOptions): StateStore {
  const store = createSqliteStore(path, options)
  onTestFinished(async () => {
    await store.close()
  })
  return store
}

test('what was written is there when the file is opened again, and seen by others at once', async () => {
  const path = join(emptyFolder(), 'state.sqlite')
  const first = open(path)
  await first.set('a', one)
  const second = open(path)
  expect(await second.get('a')).toEqual(one)
  await second.set('b', one)
  expect(await first.get('b')).toEqual(one)
  await first.close()
  await second.close()
  expect(await open(path).get('b')).toEqual(one)
})

test('two connections lose no update of each other', async () => {
  const path = join(emptyFolder(), 'state.sqlite')
  const stores = [open(path, { synchronous: 'normal' }), open(path, { synchronous: 'normal' })]
  const add = async (store: StateStore) =>
    store.update(
      ['n'],
      (current) => new Map([['n', Uint8Array.of((current.get('n')?.[0] ?? 0) + 1)]]),
    )
  for (let round = 0; round < 20; round++) await Promise.all(stores.map(add))
  expect(await stores[0]?.get('n')).toEqual(Uint8Array.of(40))
})

test.for([
  ['text', 'this is no database\n'.repeat(100)],
  ['a database with its pages overwritten', undefined],
] as const)('%s is moved aside, said so, and a new file begun', async ([, content]) => {
  const folder = emptyFolder()
  const path = join(folder, 'state.sqlite')
  if (content === undefined) {
    const store = createSqliteStore(path)
    for (let index = 0; index < 50; index++) await store.set(`key ${index}`, new Uint8Array(3000))
    await store.close()
    // The header is whole, so that it opens; what it leads to is not.
    const database = new DatabaseSync(path)
    const size = Number(database.prepare('PRAGMA page_count').get()?.['page_count'])
    database.close()
    const header = readFileSync(path).subarray(0, 100)
    writeFileSync(path, Buffer.concat([header, Buffer.alloc(size * 4096 - 100, 0x5a)]))
  } else {
    writeFileSync(path, content)
  }
  const store = open(path)
  await store.set('a', one)
  expect(await store.get('a')).toEqual(one)
  expect(store.warnings).toMatchObject([{ code: 'store-moved-aside' }])
  expect(store.warnings?.[0]?.message).toContain(path)
  expect(readdirSync(folder).some((name) => name.startsWith('state.sqlite.broken-'))).toBe(true)
})

test('a path that cannot be opened is an error at each use, not when it is made', async () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'state.sqlite'))
  const store = open(join(folder, 'state.sqlite'))
  await expect(Promise.resolve().then(() => store.get('a'))).rejects.toThrow('unable to open')
  await expect(store.set('a', one)).rejects.toThrow('unable to open')
})

test('a file that others may only read is read, and every write fails', async () => {
  const path = join(emptyFolder(), 'state.sqlite')
  const writer = createSqliteStore(path)
  await writer.set('a', one)
  await writer.close()
  // As on a read-only disk, whoever asks: the superuser may write any file.
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = DELETE')
  database.exec(
    "CREATE TRIGGER no_insert BEFORE INSERT ON state BEGIN SELECT RAISE(ABORT, 'full'); END",
  )
  database.close()
  const store = open(path)
  expect(await store.get('a')).toEqual(one)
  await expect(store.set('b', one)).rejects.toThrow('full')
  expect(await store.get('b')).toBeUndefined()
})

test('a file beside which nothing can be written is read, and says so once', async () => {
  const path = join(emptyFolder(), 'state.sqlite')
  const writer = createSqliteStore(path)
  await writer.set('a', one)
  await writer.close()
  // As in a folder of somebody else's, whoever asks: the superuser may write in any.
  for (const suffix of ['-wal', '-shm']) mkdirSync(path + suffix)
  const store = open(path)
  for (let round = 0; round < 3; round++) {
    expect(await store.get('a')).toEqual(one)
    await expect(store.set('b', one)).rejects.toThrow('readonly')
  }
  expect(store.warnings).toMatchObject([{ code: 'store-read-only' }])
})

test('what nobody used for long is forgotten when the file is opened', async () => {
  const path = join(emptyFolder(), 'state.sqlite')
  const first = createSqliteStore(path)
  await first.set('old', one)
  await first.set('new', one)
  await first.close()
  const database = new DatabaseSync(path)
  database.exec("UPDATE state SET day = day - 200 WHERE key = 'old'")
  database.close()
  const store = open(path)
  expect(await store.get('old')).toBeUndefined()
  expect(await store.get('new')).toEqual(one)
})

/** Makes everything in the file, or some of it, look as if it had last been used so many days earlier. */
function age(path: string, days: number, key = '%'): void {
  const database = new DatabaseSync(path)
  database.prepare('UPDATE state SET day = day - ? WHERE key LIKE ?').run(days, key)
  database.close()
}

test('what is only read is in use as well', async () => {
  const path = join(emptyFolder(), 'state.sqlite')
  const first = createSqliteStore(path)
  await first.set('body', one)
  await first.close()
  for (let round = 0; round < 3; round++) {
    age(path, 150)
    const store = createSqliteStore(path)
    expect(await store.get('body')).toEqual(one)
    await store.set('state', one)
    await store.close()
  }
  age(path, 150, 'body')
  const store = createSqliteStore(path)
  expect(await store.get('body')).toEqual(one)
  // Without a write, too.
  await store.close()
  age(path, 150, 'body')
  expect(await open(path).get('body')).toEqual(one)
})

test('a file is whole after years in a drawer, or with a clock that is years ahead', async () => {
  const path = join(emptyFolder(), 'state.sqlite')
  const first = createSqliteStore(path)
  await first.set('a', one)
  await first.close()
  age(path, 1000)
  expect(await open(path).get('a')).toEqual(one)
})

test('a closed store says so', async () => {
  const store = createSqliteStore(join(emptyFolder(), 'state.sqlite'))
  await store.close()
  await expect(Promise.resolve().then(() => store.get('a'))).rejects.toThrow('closed')
  await expect(store.set('a', one)).rejects.toThrow('closed')
})

test('a path that is none is a TypeError', () => {
  expect(() => createSqliteStore('')).toThrow(TypeError)
})

// tsup writes `node:` imports without the prefix, and there is no module named sqlite.
test('node:sqlite is loaded only where it is used, and never imported', () => {
  const source = readFileSync(new URL('../src/sqlite-store.ts', import.meta.url), 'utf8')
  expect(source).not.toMatch(/^import (?!type ).*'node:sqlite'/m)
})
