import { existsSync, renameSync } from 'node:fs'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { StateChange, StateStore, StoreWarning } from './state-store.ts'

export interface SqliteStoreOptions {
  /** Milliseconds to wait for another process that is writing. Default 5000. */
  busyTimeoutMs?: number | undefined
  /**
   * What a write must survive before it is acknowledged: `'full'`, the default, a power cut;
   * `'normal'` the end of the process, ten times quicker.
   */
  synchronous?: 'full' | 'normal' | undefined
  /** Days without use, up to the last use of the file, after which something is forgotten. Default 180. */
  keepDays?: number | undefined
}

interface Connection {
  database: DatabaseSync
  select: StatementSync
  upsert: StatementSync
  remove: StatementSync
  touch: StatementSync
  /** Keys that were read and not written for days: the next write says that they are in use. */
  used: Set<string>
}

interface Waiting {
  keys: readonly string[]
  change: StateChange
  resolve: () => void
  reject: (reason: unknown) => void
}

// Primary codes of https://www.sqlite.org/rescode.html
const busy = 5
const corrupt: ReadonlySet<number> = new Set([11, 26])
const readOnly: ReadonlySet<number> = new Set([8, 14])

/** So many days late may be known what is in use: not every reading is worth a writing. */
const lateDays = 1
/** Only as many are noted between two writes. */
const mostUsed = 10_000

/**
 * A store in one SQLite file, in write-ahead mode: a process that is killed leaves it whole, and
 * several processes may use it at once. The file is opened at the first use. One that is no
 * database, or a damaged one, is moved aside and a new one begun; see `warnings`.
 */
export function createSqliteStore(path: string, options: SqliteStoreOptions = {}): StateStore {
  if (typeof path !== 'string' || path === '') {
    throw new TypeError('createSqliteStore: the path must be a string, and not empty')
  }
  const warnings: StoreWarning[] = []
  const waiting: Waiting[] = []
  let opened: Connection | undefined
  let closed = false

  function connection(): Connection {
    if (closed) throw new Error('the store is closed')
    opened ??= openWhole(path, options, warnings)
    return opened
  }

  /** Runs on a whole file: where it turns out to be damaged, once more on a new one. */
  function guarded<T>(run: (connection: Connection) => T): T {
    try {
      return run(connection())
    } catch (error) {
      if (opened === undefined || !corrupt.has(primaryCode(error))) throw error
      close(opened)
      opened = undefined
      moveAside(path, error, warnings)
      return run(connection())
    }
  }

  /** Everything that waits goes into one transaction, for one write to the disk. */
  function flush(): void {
    const batch = waiting.splice(0)
    if (batch.length === 0) return
    let results: (() => void)[]
    try {
      results = guarded((open) => runBatch(open, batch))
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    for (const settle of results) settle()
  }

  function update(keys: readonly string[], change: StateChange): Promise<void> {
    return new Promise((resolve, reject) => {
      if (closed) throw new Error('the store is closed')
      waiting.push({ keys, change, resolve, reject })
      if (waiting.length === 1) setImmediate(flush)
    })
  }

  return {
    warnings,
    get: (key) => guarded((open) => read(open, key)),
    set: (key, value) => update([], () => new Map([[key, value]])),
    delete: (key) => update([], () => new Map([[key, undefined]])),
    update,
    close() {
      if (closed) return
      flush()
      closed = true
      if (opened !== undefined) tellUsed(opened)
      if (opened !== undefined) close(opened)
      opened = undefined
    },
  }
}

/** Returns what to call once the transaction has become durable. */
function runBatch(connection: Connection, batch: readonly Waiting[]): (() => void)[] {
  const { database, upsert, remove } = connection
  database.exec('BEGIN IMMEDIATE')
  try {
    const today = dayNow()
    const results = batch.map(({ keys, change, resolve, reject }) => {
      const found = keys.flatMap((key): [string, Uint8Array][] => {
        const value = read(connection, key)
        return value === undefined ? [] : [[key, value]]
      })
      let changes: ReturnType<StateChange>
      try {
        changes = change(new Map(found))
      } catch (error) {
        // Nothing of this change is written; the others of the batch are not its business.
        return () => reject(error)
      }
      for (const [key, value] of changes) {
        if (value === undefined) remove.run(key)
        else upsert.run(key, value, today)
      }
      return resolve
    })
    for (const key of connection.used) connection.touch.run(today, key)
    database.exec('COMMIT')
    connection.used.clear()
    return results
  } catch (error) {
    // After some failures, a full disk among them, SQLite has rolled back by itself.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** What was read since the last write; a file that cannot be written need not know. */
function tellUsed(connection: Connection): void {
  if (connection.used.size === 0) return
  try {
    runBatch(connection, [])
  } catch {
    connection.used.clear()
  }
}

function read({ select, used }: Connection, key: string): Uint8Array | undefined {
  const row = select.get(key)
  const value = row?.['value']
  if (!(value instanceof Uint8Array)) return undefined
  const isStale = Math.abs(dayNow() - Number(row?.['day'])) > lateDays
  if (isStale && used.size < mostUsed) used.add(key)
  return value
}

function openWhole(
  path: string,
  options: SqliteStoreOptions,
  warnings: StoreWarning[],
): Connection {
  try {
    return open(path, options, warnings)
  } catch (error) {
    if (!corrupt.has(primaryCode(error))) throw error
    moveAside(path, error, warnings)
    return open(path, options, warnings)
  }
}

function open(path: string, options: SqliteStoreOptions, warnings: StoreWarning[]): Connection {
  const { busyTimeoutMs = 5000, synchronous = 'full', keepDays = 180 } = options
  // Only where it is used: it is said to be experimental, on standard error, when it is loaded. And
  // bundlers that take `node:` for a mere prefix would look for a package of that name.
  const sqlite = process.getBuiltinModule('node:sqlite')
  const database = new sqlite.DatabaseSync(path, { timeout: busyTimeoutMs })
  try {
    try {
      patiently(busyTimeoutMs, () => database.exec('PRAGMA journal_mode = WAL'))
      database.exec(`PRAGMA synchronous = ${synchronous === 'normal' ? 'NORMAL' : 'FULL'}`)
      // The day before the value: behind it, a large body would have to be read to get there.
      database.exec(
        'CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)',
      )
      forget(database, keepDays)
    } catch (error) {
      if (!readOnly.has(primaryCode(error))) throw error
      // What is in there is still worth reading; every write will fail and be told.
      if (!warnings.some(({ code }) => code === 'store-read-only')) {
        const message = `${path} cannot be written: ${textOf(error)}`
        warnings.push({ code: 'store-read-only', message })
      }
    }
    return prepared(database)
  } catch (error) {
    database.close()
    if (!readOnly.has(primaryCode(error))) throw error
    return openUnchanging(path)
  }
}

/**
 * A file that was written ahead wants files beside it even for reading, and where nobody may write there
 * are none. Nobody changes it then, either, which is all that they would be for.
 */
function openUnchanging(path: string): Connection {
  const sqlite = process.getBuiltinModule('node:sqlite')
  const address = pathToFileURL(path)
  address.searchParams.set('immutable', '1')
  const database = new sqlite.DatabaseSync(address, { readOnly: true })
  try {
    return prepared(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function prepared(database: DatabaseSync): Connection {
  return {
    database,
    select: database.prepare('SELECT day, value FROM state WHERE key = ?'),
    upsert: database.prepare(
      'INSERT INTO state (key, value, day) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, day = excluded.day',
    ),
    remove: database.prepare('DELETE FROM state WHERE key = ?'),
    touch: database.prepare('UPDATE state SET day = ? WHERE key = ?'),
    used: new Set(),
  }
}

/**
 * Lets go of what nobody has used for long, counted to the last day of use: after months in a
 * drawer, or with a clock that is years ahead, a file must not lose everything at once.
 */
function forget(database: DatabaseSync, keepDays: number): void {
  const last = database.prepare('SELECT max(day) AS day FROM state WHERE day <= ?').get(dayNow())
  if (typeof last?.['day'] !== 'number') return
  database.prepare('DELETE FROM state WHERE day < ?').run(last['day'] - keepDays)
}

/** SQLite waits for others by itself, except where two begin to write ahead at the same moment. */
function patiently(waitMs: number, run: () => void): void {
  const until = performance.now() + waitMs
  for (;;) {
    try {
      run()
      return
    } catch (error) {
      if (primaryCode(error) !== busy || performance.now() > until) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

function moveAside(path: string, reason: unknown, warnings: StoreWarning[]): void {
  const aside = `${path}.broken-${Date.now()}`
  // The journal belongs to the broken file: left behind, it would be played into the new one.
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix)
  }
  warnings.push({
    code: 'store-moved-aside',
    message: `${path} could not be read (${textOf(reason)}); it is now ${aside}, and a new one was begun`,
  })
}

function close({ database }: Connection): void {
  if (database.isOpen) database.close()
}

function primaryCode(error: unknown): number {
  const known = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
  return known ? Number(error.errcode) & 0xff : -1
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function dayNow(): number {
  return Math.floor(Date.now() / 86_400_000)
}
