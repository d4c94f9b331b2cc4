import type { Parser, TextField } from '../record.ts'

export interface Adapter {
  /** The column's heading. */
  name: string
  /** Fields it gives as the source's markup; of those, what a browser shows counts too. */
  markup: ReadonlySet<TextField>
  load: () => Promise<Parser>
}

const everything: ReadonlySet<TextField> = new Set(['title', 'summary', 'description'])

/** Ours first. Each loads on its own, so that a worker holds one parser only. */
export const adapters: readonly Adapter[] = [
  { name: 'ours', markup: new Set(), load: async () => (await import('./ours.ts')).parser },
  {
    name: 'feedsmith',
    markup: everything,
    load: async () => (await import('./feedsmith.ts')).parser,
  },
  {
    name: 'rss-parser',
    markup: everything,
    load: async () => (await import('./rss-parser.ts')).parser,
  },
  {
    name: 'node-feedparser',
    markup: everything,
    load: async () => (await import('./node-feedparser.ts')).parser,
  },
  {
    name: '@rowanmanning',
    markup: new Set<TextField>(['summary', 'description']),
    load: async () => (await import('./rowanmanning.ts')).parser,
  },
  {
    name: '@extractus',
    markup: new Set(),
    load: async () => (await import('./extractus.ts')).parser,
  },
]
