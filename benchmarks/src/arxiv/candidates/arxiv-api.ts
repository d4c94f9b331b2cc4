import { createRequire } from 'node:module'
import { at, type Candidate, listOf } from '../../measure/candidate.ts'

const require = createRequire(import.meta.url)
const search: unknown = at(require('arxiv-api'), 'search')
if (typeof search !== 'function') throw new Error('arxiv-api has no search')
const ask = search

let body = ''
// The package exports no parser, only the request and what it makes of the answer. The answer is handed to the
// HTTP client it uses, so that no network is in the times.
const axios: unknown = createRequire(require.resolve('arxiv-api'))('axios')
const defaults: unknown = typeof axios === 'function' ? Reflect.get(axios, 'defaults') : undefined
if (typeof defaults !== 'object' || defaults === null)
  throw new Error('arxiv-api has another client')
Reflect.set(defaults, 'adapter', async (config: unknown) => ({
  data: body,
  status: 200,
  statusText: 'OK',
  headers: {},
  config,
}))

/** Id, title, summary, names of authors, links, dates and categories; nothing else, and TeX as it stands. */
export const candidate: Candidate = {
  parse({ text }) {
    body = text
    return ask({ searchQueryParams: [{ include: [{ name: 'x' }] }] })
  },
  items: (result) => listOf(result),
}
