import { existsSync, readFileSync } from 'node:fs'
import { root } from '../packages.ts'
import { buffersOf as buffers, captures, readFiles as files } from './seed-files.ts'

/** What mutations start from, by the kind of text it is. */
export interface Seeds {
  feeds: Buffer[]
  pages: Buffer[]
  lists: Buffer[]
  dates: Buffer[]
}

const dates = [
  'Fri, 20 Nov 2026 09:30:00 EST',
  '2026-11-20T09:30:00.125+05:30',
  '2026-W47-5',
  '20 novembre 2026 à 9h30',
  '11/20/2026 9:30 PM PDT',
  '1795166400',
  'Friday the 20th of November, 2026',
  '2026年11月20日 9時30分',
  '2026-324T24:00Z',
]

/** The date vectors, where the captures are. */
function dateVectors(): string[] {
  const file = `${captures}/feeds/vectors/dates.json`
  if (!existsSync(file)) return []
  const vectors: { input: string }[] = JSON.parse(readFileSync(file, 'utf8'))
  return vectors.map(({ input }) => input)
}

const pages = [
  '<!doctype html><head><base href="/a/"><link rel="alternate" type="application/rss+xml" title="A" href="feed"><script>"</script>"</script></head>',
]

const lists = [
  '<?xml version="1.0"?><opml version="2.0"><head><title>A</title></head><body><outline text="B"><outline text="C" xmlUrl="https://c.example/feed" htmlUrl="https://c.example/"/></outline></body></opml>',
]

/** Our own fixtures; the JSON beside them is what is expected of them, but for the JSON Feed. */
function fixtures(): Buffer[] {
  const folder = `${root}packages/feed/test/fixtures`
  return [...files(folder, '*.{xml,rdf}'), ...files(folder, 'site.json')]
}

function capturedFeeds(): Buffer[] {
  const folder = `${captures}/feeds`
  const projects =
    '{real,feedparser,feedvalidator,gofeed,feed-rs,miniflux,node-feedparser,rss-parser/input,feedsmith,rome,podcast-namespace,yarr,feedkit}'
  const json = files(folder, '{real,feedsmith,feed-rs}/**/*.json')
  return [
    ...files(folder, `${projects}/**/*.{xml,rss,atom,rdf}`),
    // Most JSON there is what other parsers make of a feed.
    ...json.filter((file) => file.includes('jsonfeed.org')),
  ]
}

/** A folder of the caller's; else our own fixtures, and what the captures hold of each kind where they are. */
export function readSeeds(corpus: string | undefined): Seeds {
  if (corpus !== undefined) {
    const feeds = files(corpus, '**/*.{xml,rss,atom,rdf,json}')
    if (feeds.length === 0) throw new Error(`No feeds in ${corpus}`)
    return { feeds, pages: buffers(pages), lists: buffers(lists), dates: buffers(dates) }
  }
  const others = `${captures}/feeds`
  return {
    feeds: [...fixtures(), ...capturedFeeds()],
    pages: [...buffers(pages), ...files(others, 'feedvalidator/feedfinder-tests/*.html')],
    lists: [...buffers(lists), ...files(others, '{feedvalidator,rome}/**/*.opml')],
    dates: buffers([...dates, ...dateVectors()]),
  }
}
