import type { Entry } from '../../measure/candidate.ts'

export const candidates: readonly Entry[] = [
  { name: 'ours', load: async () => (await import('./ours.ts')).queryApi },
  { name: 'arxiv-api', load: async () => (await import('./arxiv-api.ts')).candidate },
  { name: 'bare', load: async () => (await import('./bare-xml.ts')).candidate },
]
