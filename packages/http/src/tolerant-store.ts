import { createMemoryStore } from './memory-store.ts'
import type { StateChange, StateStore } from './state-store.ts'

/**
 * A store that never fails: what the real one cannot take, because it is read-only or its disk is
 * full, is remembered until the end of the process. Each next write tries the real one again.
 */
export function tolerantStore(
  store: StateStore,
  warn: (code: string, message: string) => void,
): Omit<StateStore, 'close' | 'warnings'> {
  const spare = createMemoryStore()
  // What the real store lacks; `undefined` for what it should have forgotten.
  const unkept = new Set<string>()

  function failed(verb: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    warn(
      `store-${verb}`,
      `the state store cannot be ${verb === 'unread' ? 'read' : 'written'} (${reason}); going on without it`,
    )
  }

  async function get(key: string): Promise<Uint8Array | undefined> {
    if (unkept.has(key)) return spare.get(key)
    try {
      return await store.get(key)
    } catch (error) {
      failed('unread', error)
      return undefined
    }
  }

  async function update(keys: readonly string[], change: StateChange): Promise<void> {
    let changes: ReturnType<StateChange> = new Map()
    // Not the store's fault: what `change` throws must not be taken for a failing disk.
    const broken: { error: unknown }[] = []
    try {
      await store.update(keys, (current) => {
        try {
          changes = change(overlaid(keys, current))
        } catch (error) {
          broken.push({ error })
          changes = new Map()
        }
        return changes
      })
    } catch (error) {
      failed('unwritten', error)
      const known = new Map<string, Uint8Array>()
      for (const key of keys) {
        const value = await get(key)
        if (value !== undefined) known.set(key, value)
      }
      // From here on without a pause: what others wrote here meanwhile is part of it.
      rememberHere(change(overlaid(keys, known)))
      return
    }
    for (const { error } of broken) throw error
    for (const key of changes.keys()) {
      if (unkept.delete(key)) spare.delete(key)
    }
  }

  function overlaid(
    keys: readonly string[],
    current: ReadonlyMap<string, Uint8Array>,
  ): ReadonlyMap<string, Uint8Array> {
    if (unkept.size === 0) return current
    const merged = new Map(current)
    for (const key of keys.filter((key) => unkept.has(key))) {
      const value = spare.get(key)
      if (value !== undefined) merged.set(key, value)
      else merged.delete(key)
    }
    return merged
  }

  function rememberHere(changes: ReturnType<StateChange>): void {
    for (const [key, value] of changes) {
      unkept.add(key)
      if (value === undefined) spare.delete(key)
      else spare.set(key, value)
    }
  }

  return {
    get,
    update,
    set: (key, value) => update([], () => new Map([[key, value]])),
    delete: (key) => update([], () => new Map([[key, undefined]])),
  }
}
