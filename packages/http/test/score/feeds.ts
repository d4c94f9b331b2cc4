/** A feed as its server has it at one moment. */
export interface FeedState {
  body: string
  etag?: string | undefined
  lastModified?: string | undefined
  cacheControl?: string | undefined
}

/** A feed that lives for a month. */
export interface Feed {
  path: string
  /** Seconds; what the server asks for, before any cap. */
  maxAge: number
  at(ms: number): FeedState
}

const hour = 3_600_000
const day = 24 * hour

/** e.g. `Mon, 23 Nov 2026 07:00:00 GMT`: the last time it was a multiple of `every`. */
function since(ms: number, every: number): string {
  return new Date(Math.floor(ms / every) * every).toUTCString()
}

const turn = (ms: number, every: number) => Math.floor(ms / every)

/** As feeds are: some tell everything, some little, and some change in odd ways. */
export const feeds: readonly Feed[] = [
  {
    // As rachelbythebay.com serves hers.
    path: '/half-a-day.xml',
    maxAge: 43_200,
    at: (ms) => ({
      body: `posts ${turn(ms, 2 * day)}`,
      etag: `"${turn(ms, 2 * day).toString(16)}-5e4b"`,
      lastModified: since(ms, 2 * day),
      cacheControl: 'max-age=43200',
    }),
  },
  {
    path: '/etag-only.xml',
    maxAge: 0,
    at: (ms) => ({ body: `posts ${turn(ms, 5 * hour)}`, etag: `W/"${turn(ms, 5 * hour)}"` }),
  },
  {
    path: '/modified-only.xml',
    maxAge: 0,
    at: (ms) => ({
      body: `posts ${turn(ms, 7 * hour)}`,
      lastModified: since(ms, 7 * hour),
      cacheControl: 'no-cache',
    }),
  },
  {
    // Touched twice a day: its validators change, its text does not.
    path: '/touched.xml',
    maxAge: 0,
    at: (ms) => ({
      body: 'the same posts as ever',
      etag: `"${turn(ms, 12 * hour)}"`,
      lastModified: since(ms, 12 * hour),
      cacheControl: 'max-age=0, must-revalidate',
    }),
  },
  {
    // The ETag changes four times as often as Last-Modified, as on servers behind a balancer.
    path: '/two-paces.xml',
    maxAge: 900,
    at: (ms) => ({
      body: `posts ${turn(ms, 6 * hour)}`,
      etag: `"${turn(ms, 6 * hour)}"`,
      lastModified: since(ms, day),
      cacheControl: 'public, max-age=900',
    }),
  },
  {
    path: '/a-year.xml',
    maxAge: 31_536_000,
    at: (ms) => ({
      body: `posts ${turn(ms, 3 * day)}`,
      etag: `"${turn(ms, 3 * day)}"`,
      lastModified: since(ms, 3 * day),
      cacheControl: 'max-age=31536000, immutable',
    }),
  },
]
