import type { Entry } from '../../measure/candidate.ts'

/** Names are what the tables and the bars call them. */
export const candidates: readonly Entry[] = [
  { name: 'ours', load: async () => (await import('./ours.ts')).candidate },
  { name: 'cheerio + JSON.parse', load: async () => (await import('./cheerio.ts')).candidate },
  { name: 'regex + JSON.parse', load: async () => (await import('./regex.ts')).candidate },
  { name: 'JSON.parse, bare', load: async () => (await import('./json-parse.ts')).candidate },
]
