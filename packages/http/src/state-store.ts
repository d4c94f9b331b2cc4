/**
 * Where a client keeps what it must not forget between runs: validators, schedules, bodies,
 * cooldowns of hosts, robots.txt. Keys are short texts, values are opaque bytes.
 *
 * A value that was handed over is not changed any more, neither by the client nor by the store.
 * Whatever is written counts as written once the call returns or its promise resolves, and must
 * then survive the end of the process. Any function may throw or reject: the client says so once,
 * remembers for itself what could not be kept, and goes on fetching.
 */
export interface StateStore {
  /** `undefined` for a key that was never set or was deleted. */
  get(key: string): Awaitable<Uint8Array | undefined>
  set(key: string, value: Uint8Array): Awaitable<void>
  /** A key that is not there is no error. */
  delete(key: string): Awaitable<void>
  /**
   * Reads keys, decides and writes, all or nothing, and with no other writer in between, also of
   * another process. `change` is given the values that exist and returns what to write, `undefined`
   * to delete. It must be synchronous, may be called more than once, and what it throws is thrown.
   */
  update(keys: readonly string[], change: StateChange): Awaitable<void>
  /** Lets go of files and memory. May be called again. */
  close(): Awaitable<void>
  /** What went wrong without stopping anything, e.g. a broken file that was moved aside. */
  readonly warnings?: readonly StoreWarning[] | undefined
}

export type StateChange = (
  current: ReadonlyMap<string, Uint8Array>,
) => ReadonlyMap<string, Uint8Array | undefined>

export type Awaitable<T> = T | Promise<T>

/** e.g. `{ code: 'store-moved-aside', message: 'state.sqlite was no database …' }`. */
export interface StoreWarning {
  code: string
  message: string
}
