import { isIP } from 'node:net'
import { type Client, createClient, type StateStore } from '@inference-report/http'
import type { Config, SourceKind } from './config.ts'
import { addresses } from './sources/index.ts'

// Feeds and arXiv's interfaces are made for programs, and chosen by whoever runs this one; the
// other sources are pages for people, of which robots.txt says what programs may read.
const pages: ReadonlySet<SourceKind> = new Set([
  'github-trending',
  'artificial-analysis',
  'swe-rebench',
])

// A run a day starts now a minute earlier, now a minute later than the day before.
const almostADay = 23 * 3_600_000

/** The network as this newsletter reads it, or a recording of it. */
export function openClient(
  { sources }: Config,
  {
    replay,
    record,
    store,
  }: {
    replay: string | undefined
    record: string | undefined
    store: StateStore | undefined
  },
): Client {
  if (replay !== undefined) return createClient({ replay })
  const hosts = new Set(
    sources
      .filter(({ kind }) => pages.has(kind))
      .flatMap((source) => addresses(source).map((url) => new URL(url).host)),
  )
  return createClient({
    // Whoever writes an address of their own network into the list of sources means it; what a
    // page or a name leads to is another matter.
    security: {
      allowPrivate: sources.flatMap((source) => {
        const url = new URL(addresses(source)[0])
        return isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 ? [] : [withPort(url)]
      }),
      ports: [
        80,
        443,
        ...sources.flatMap((source) => Number(new URL(addresses(source)[0]).port) || []),
      ],
    },
    store,
    record,
    robots: ({ host, pathname }) =>
      hosts.has(host) && !pathname.startsWith('/api/') ? 'obey' : 'ignore',
    schedule: { unconditionalFloorMs: almostADay, capMs: almostADay },
  })
}

function withPort({ protocol, hostname, port }: URL): string {
  return `${hostname}:${port === '' ? (protocol === 'https:' ? 443 : 80) : port}`
}
