import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Asked } from './asked.ts'
import type { Answer, Hop } from './exchange.ts'
import { type RecordedAnswer, readManifest } from './manifest.ts'
import { redactUrl, secretsOf } from './redact.ts'

// Everything else is noise in a diff, or may identify the one who recorded.
const keptHeaders = [
  'cache-control',
  'content-language',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
  'location',
  'retry-after',
] as const

const extensions: readonly [RegExp, string][] = [
  [/\bjson\b/, 'json'],
  [/\bhtml\b/, 'html'],
  [/\bxml\b/, 'xml'],
  [/^text\//, 'txt'],
]

/** Adds answers to a folder, in the form that `openRecording` reads. */
export interface Recorder {
  /** A repeated request replaces its earlier answer. Resolves when it is on the disk. */
  add(hop: Hop, asked: Asked): Promise<void>
}

/** Throws SourceError where the folder's manifest is broken. */
export function createRecorder(folder: string): Recorder {
  const answers = readManifest(folder) ?? []
  // One write after the other: two at once would lose an entry.
  let writes: Promise<unknown> = Promise.resolve()

  // Of the whole run: a server may hand a key on, in the address or the page of another hop.
  const secrets = new Set<string>()

  async function write(hop: Hop, asked: Asked): Promise<void> {
    await mkdir(folder, { recursive: true })
    for (const secret of secretsOf(hop.url, hop.headers)) secrets.add(secret)
    const entry = toEntry(hop, asked, secrets)
    if (entry.file !== undefined) {
      await writeWhole(join(folder, entry.file), bodyOf(asked.answer, secrets))
    }
    const place = answers.findIndex((old) => keyOf(old) === keyOf(entry))
    answers.splice(place === -1 ? answers.length : place, place === -1 ? 0 : 1, entry)
    const text = `${JSON.stringify(answers, null, 2)}\n`
    await writeWhole(join(folder, 'manifest.json'), text)
  }

  return {
    async add(hop, asked) {
      const mine = writes.then(() => write(hop, asked))
      writes = mine.catch(() => {})
      await mine
    },
  }
}

function toEntry(
  hop: Hop,
  { answer, ms, fromStore, notModified }: Asked,
  secrets: ReadonlySet<string>,
): RecordedAnswer {
  const kept = keptHeaders.flatMap((name): [string, string][] => {
    const value = answer.headers[name]
    if (value === undefined) return []
    const plain = name === 'location' ? redactLocation(value, hop.url) : value
    return [[name, withoutSecrets(plain, secrets)]]
  })
  const requestHeaders = Object.fromEntries(choices(hop))
  return {
    url: withoutSecrets(redactUrl(hop.url), secrets),
    ...(hop.method === 'GET' ? {} : { method: hop.method }),
    ...(Object.keys(requestHeaders).length === 0 ? {} : { requestHeaders }),
    status: answer.status,
    headers: Object.fromEntries(kept),
    ...(answer.body.length === 0 ? { body: '' } : { file: fileName(hop, answer, secrets) }),
    capturedAt: answer.capturedAt,
    ...(fromStore ? {} : { ms: Math.round(ms) }),
    ...(notModified ? { notModified } : {}),
  }
}

/** What the caller chose that may change the answer. */
function choices({ headers, own }: Hop): [string, string][] {
  return ['accept', 'rsc'].flatMap((name): [string, string][] => {
    const value = headers[name]
    return own.has(name) && value !== undefined ? [[name, value]] : []
  })
}

function keyOf({ method, url, requestHeaders }: RecordedAnswer): string {
  return JSON.stringify([
    method ?? 'GET',
    redactUrl(url),
    requestHeaders?.accept,
    requestHeaders?.rsc,
  ])
}

function redactLocation(location: string, base: URL): string {
  return URL.canParse(location, base) ? redactUrl(new URL(location, base)) : location
}

/** e.g. `github.com-trending-python-1a2b3c4d.html`: readable, and unique to the request. */
function fileName(hop: Hop, { headers }: Answer, secrets: ReadonlySet<string>): string {
  const { method, url } = hop
  const address = [redactUrl(url), ...choices(hop).map((choice) => choice.join(': '))].join('\n')
  const words = withoutSecrets(`${url.hostname}${url.pathname}`, secrets)
    .replace(/[^\w.]+/g, '-')
    .replace(/^[-.]+/, '')
  const unique = createHash('sha256').update(`${method} ${address}`).digest('hex').slice(0, 8)
  const type = headers['content-type'] ?? ''
  const extension = extensions.find(([pattern]) => pattern.test(type))?.[1] ?? 'bin'
  return `${words.slice(0, 80).replace(/[-.]+$/, '')}-${unique}.${extension}`
}

/** The body, without the secrets of the requests where a server echoes them. */
function bodyOf({ body }: Answer, secrets: ReadonlySet<string>): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const echoed = [...secrets].some((secret) => bytes.includes(secret))
  if (!echoed) return bytes
  return Buffer.from(withoutSecrets(bytes.toString('latin1'), secrets), 'latin1')
}

/** For text of which every character stands for one byte. */
function withoutSecrets(text: string, secrets: ReadonlySet<string>): string {
  let rest = text
  for (const secret of secrets) {
    rest = rest.replaceAll(Buffer.from(secret).toString('latin1'), 'REDACTED')
  }
  return rest
}

/** Writes beside the file and renames, so that a reader never sees half of it. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, content)
  await rename(temporary, path)
}
