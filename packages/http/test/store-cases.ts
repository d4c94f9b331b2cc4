import { expect } from 'vitest'
import type { StateStore } from '../src/index.ts'

/** What every `StateStore` must do: run each case on an empty store of yours. */
export const storeCases: readonly {
  name: string
  run: (store: StateStore) => Promise<void>
}[] = [
  {
    name: 'knows nothing at first',
    run: async (store) => {
      expect(await store.get('a')).toBeUndefined()
    },
  },
  {
    name: 'gives back every byte, and nothing for an empty value but that',
    run: async (store) => {
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      await store.set('bytes', all)
      await store.set('empty', new Uint8Array())
      expect(plain(await store.get('bytes'))).toEqual([...all])
      expect(plain(await store.get('empty'))).toEqual([])
    },
  },
  {
    name: 'keeps keys apart, whatever is in them',
    run: async (store) => {
      const keys = ['a', 'A', 'a ', '', '%', "'; --", '\u0000', 'ü', 'u\u0308', '\u{1f600}']
      for (const [index, key] of keys.entries()) await store.set(key, Uint8Array.of(index))
      for (const [index, key] of keys.entries()) {
        expect(plain(await store.get(key))).toEqual([index])
      }
    },
  },
  {
    name: 'replaces and deletes, also what is not there',
    run: async (store) => {
      await store.set('a', Uint8Array.of(1))
      await store.set('a', Uint8Array.of(2))
      expect(plain(await store.get('a'))).toEqual([2])
      await store.delete('a')
      await store.delete('a')
      expect(await store.get('a')).toBeUndefined()
    },
  },
  {
    name: 'updates several keys together, given those that exist',
    run: async (store) => {
      await store.set('a', Uint8Array.of(1))
      const seen: string[][] = []
      await store.update(['a', 'b'], (current) => {
        seen.push([...current.keys()])
        return new Map<string, Uint8Array | undefined>([
          ['a', undefined],
          ['c', Uint8Array.of(3)],
        ])
      })
      expect(seen.at(-1)).toEqual(['a'])
      expect(await store.get('a')).toBeUndefined()
      expect(plain(await store.get('c'))).toEqual([3])
    },
  },
  {
    name: 'writes nothing where the change throws, and throws that',
    run: async (store) => {
      await store.set('a', Uint8Array.of(1))
      const failing = async () =>
        store.update(['a'], () => {
          throw new RangeError('on purpose')
        })
      await expect(failing()).rejects.toThrow('on purpose')
      expect(plain(await store.get('a'))).toEqual([1])
      await store.set('b', Uint8Array.of(2))
      expect(plain(await store.get('b'))).toEqual([2])
    },
  },
  {
    name: 'loses no update of many at once',
    run: async (store) => {
      const add = async () =>
        store.update(['n'], (current) => {
          const count = current.get('n')?.[0] ?? 0
          return new Map([['n', Uint8Array.of(count + 1)]])
        })
      await Promise.all(Array.from({ length: 100 }, add))
      expect(plain(await store.get('n'))).toEqual([100])
    },
  },
  {
    name: 'may be closed twice',
    run: async (store) => {
      await store.close()
      await store.close()
    },
  },
]

function plain(bytes: Uint8Array | undefined): number[] | undefined {
  return bytes && [...bytes]
}
