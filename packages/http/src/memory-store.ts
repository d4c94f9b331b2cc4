import type { StateChange, StateStore } from './state-store.ts'

export interface MemoryStoreOptions {
  /** Bytes of keys and values kept before the longest unused are forgotten. Default 256 MiB. */
  maxBytes?: number | undefined
}

/** A `StateStore` that answers at once. */
export interface MemoryStore extends StateStore {
  get(key: string): Uint8Array | undefined
  set(key: string, value: Uint8Array): void
  delete(key: string): void
  update(keys: readonly string[], change: StateChange): void
  close(): void
}

/** A store that lives as long as the process. */
export function createMemoryStore({
  maxBytes = 256 * 2 ** 20,
}: MemoryStoreOptions = {}): MemoryStore {
  if (!(maxBytes > 0)) throw new TypeError('createMemoryStore: maxBytes must be a positive number')
  // Two generations: what is used moves to the young one, and once that is half of everything, the
  // old one is forgotten as a whole. So nothing has to be sorted by its last use.
  let young = new Map<string, Uint8Array>()
  let old = new Map<string, Uint8Array>()
  let bytes = 0

  function get(key: string): Uint8Array | undefined {
    const fresh = young.get(key)
    if (fresh !== undefined) return fresh
    const value = old.get(key)
    if (value !== undefined) put(key, value)
    return value
  }

  function put(key: string, value: Uint8Array | undefined): void {
    const before = young.get(key)
    if (before !== undefined) bytes -= sizeOf(key, before)
    if (value === undefined) {
      young.delete(key)
      old.delete(key)
      return
    }
    bytes += sizeOf(key, value)
    young.set(key, value)
    if (bytes <= maxBytes / 2) return
    old = young
    young = new Map()
    bytes = 0
  }

  return {
    get,
    set: (key, value) => put(key, value),
    delete: (key) => put(key, undefined),
    update(keys, change) {
      const found = new Map<string, Uint8Array>()
      for (const key of keys) {
        const value = get(key)
        if (value !== undefined) found.set(key, value)
      }
      for (const [key, value] of change(found)) put(key, value)
    },
    close() {
      young = new Map()
      old = new Map()
      bytes = 0
    },
  }
}

function sizeOf(key: string, value: Uint8Array): number {
  return key.length * 2 + value.byteLength
}
