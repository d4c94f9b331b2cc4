import type { Entry } from '../../measure/candidate.ts'

export const candidates: readonly Entry[] = [
  { name: 'ours', load: async () => (await import('./ours.ts')).listing },
  { name: 'bare', load: async () => (await import('./bare-html.ts')).candidate },
  { name: 'cheerio', load: async () => (await import('./default-html.ts')).candidate },
]
