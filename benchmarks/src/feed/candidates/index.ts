import type { Entry } from '../../measure/candidate.ts'

/** The first two are ours; names are what the tables and the bars call them. */
export const candidates: readonly Entry[] = [
  {
    name: 'ours, sanitize: false',
    load: async () => (await import('./ours.ts')).unsanitized,
  },
  {
    name: 'ours',
    import: { from: '@inference-report/feed', name: 'parseFeed' },
    load: async () => (await import('./ours.ts')).sanitized,
  },
  {
    name: 'feedsmith',
    import: { from: 'feedsmith', name: 'parseFeed' },
    load: async () => (await import('./feedsmith.ts')).candidate,
  },
  {
    name: 'rss-parser',
    import: { from: 'rss-parser', name: 'default' },
    load: async () => (await import('./rss-parser.ts')).candidate,
  },
  {
    name: 'feedparser',
    import: { from: 'feedparser', name: 'default' },
    load: async () => (await import('./feedparser.ts')).candidate,
  },
  {
    name: '@rowanmanning/feed-parser',
    import: { from: '@rowanmanning/feed-parser', name: 'parseFeed' },
    load: async () => (await import('./feed-parser.ts')).candidate,
  },
  {
    name: '@extractus/feed-extractor',
    import: { from: '@extractus/feed-extractor', name: 'extractFromXml' },
    load: async () => (await import('./feed-extractor.ts')).candidate,
  },
  {
    name: 'fast-xml-parser, bare',
    import: { from: 'fast-xml-parser', name: 'XMLParser' },
    load: async () => (await import('./fast-xml-parser.ts')).candidate,
  },
  {
    name: 'seven fields, no rules',
    load: async () => (await import('./seven-fields.ts')).candidate,
  },
  { name: 'floor', load: async () => (await import('./floor.ts')).candidate },
]
