import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type OaiAnswer,
  type Paper,
  parseAbstractPage,
  parseAbstractText,
  parseDailyFeed,
  parseListing,
  parseMetadataLine,
  parseOai,
  parseQueryFeed,
} from '../src/index.ts'

const captures =
  process.env['CAPTURES_DIR'] ??
  fileURLToPath(new URL('../../../../shared/captures', import.meta.url))
const folder = `${captures}/arxiv`

export const missing: boolean = !existsSync(folder)
/** For the title of a test that is skipped. */
export const suffix: string = missing ? ' (skipped: no captures folder)' : ''

export function readCapture(name: string): string {
  return readFileSync(`${folder}/${name}`, 'utf8')
}

/** All files below a folder of the captures, by their path there. */
export function captured(sub = ''): string[] {
  if (missing || !existsSync(`${folder}/${sub}`)) return []
  return readdirSync(`${folder}/${sub}`)
    .flatMap((name) => {
      const path = sub === '' ? name : `${sub}/${name}`
      return statSync(`${folder}/${path}`).isDirectory() ? captured(path) : [path]
    })
    .sort()
}

/** Documents, schemas, indexes and lists of vectors: nothing that arXiv answers. */
export function isPayload(path: string): boolean {
  return (
    !/^(?:rendered\/)?(?:docs|taxonomy|ids|tex)\//.test(path) &&
    !/\.(?:xsd|tsv|md|py)$/i.test(path) &&
    !/(?:^|\/)(?:README|INDEX)/i.test(path)
  )
}

/** All that is read of a file, by the parser of the surface its folder names; `undefined` where none is known. */
export function readRecord(path: string): { papers: Paper[] } | undefined {
  const surface = /^(?:rendered\/)?([\w-]+)\//.exec(path)?.[1]
  const text = readCapture(path)
  if (surface === 'api-atom') return parseQueryFeed(text)
  if (surface === 'feeds') return parseDailyFeed(text)
  if (surface === 'list-html') return parseListing(text)
  if (surface === 'abs-html') return { papers: [parseAbstractPage(text)] }
  if (surface === 'abs-raw') return { papers: [parseAbstractText(text)] }
  if (surface === 'oai') return path.endsWith('.json') ? readRecordings(text) : parseOai(text)
  if (surface !== 'kaggle') return undefined
  return {
    papers: text
      .trimEnd()
      .split('\n')
      .map((line) => parseMetadataLine(line)),
  }
}

export function readPayload(path: string): Paper[] | undefined {
  return readRecord(path)?.papers
}

/** Recorded exchanges, each with the body of its answer. A 503 is no answer. */
function readRecordings(json: string): { papers: Paper[]; answers: OaiAnswer[] } {
  const exchanges: unknown = JSON.parse(json)
  if (!Array.isArray(exchanges)) throw new TypeError('no list of recorded exchanges')
  const answers = exchanges.flatMap(({ status, response }: { status: number; response: string }) =>
    status === 200 ? parseOai(response) : [],
  )
  return { papers: answers.flatMap(({ papers }) => papers), answers }
}
