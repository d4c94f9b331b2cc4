import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer, Hop, Transport } from './exchange.ts'
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

/**
 * Wraps a transport so that every answer is added to the folder, in the form `openRecording`
 * reads. A repeated request replaces its earlier answer.
 */
export function recordingTransport(folder: string, live: Transport): Transport {
  const answers = readManifest(folder) ?? []
  // One write after the other: two at once would lose an entry.
  let writes: Promise<unknown> = Promise.resolve()

  async function add(hop: Hop, answer: Answer): Promise<void> {
    await mkdir(folder, { recursive: true })
    const entry = toEntry(hop, answer)
    if (entry.file !== undefined) await writeWhole(join(folder, entry.file), bodyOf(hop, answer))
    const place = answers.findIndex((old) => keyOf(old) === keyOf(entry))
    answers.splice(place === -1 ? answers.length : place, place === -1 ? 0 : 1, entry)
    const text = `${JSON.stringify(answers, null, 2)}\n`
    await writeWhole(join(folder, 'manifest.json'), text)
  }

  return async (hop, signal) => {
    const answer = await live(hop, signal)
    const write = writes.then(() => add(hop, answer))
    writes = write.catch(() => {})
    await write
    return answer
  }
}

function toEntry(hop: Hop, answer: Answer): RecordedAnswer {
  const kept = keptHeaders.flatMap((name): [string, string][] => {
    const value = answer.headers.get(name)
    if (value === null) return []
    return [[name, name === 'location' ? redactLocation(value, hop.url) : value]]
  })
  return {
    url: redactUrl(hop.url),
    ...(hop.method === 'GET' ? {} : { method: hop.method }),
    status: answer.status,
    headers: Object.fromEntries(kept),
    ...(answer.body.length === 0 ? { body: '' } : { file: fileName(hop, answer) }),
    capturedAt: answer.capturedAt,
  }
}

function keyOf({ method, url }: RecordedAnswer): string {
  return `${method ?? 'GET'} ${redactUrl(url)}`
}

function redactLocation(location: string, base: URL): string {
  return URL.canParse(location, base) ? redactUrl(new URL(location, base)) : location
}

/** e.g. `github.com-trending-python-1a2b3c4d.html`: readable, and unique to the request. */
function fileName({ method, url }: Hop, { headers }: Answer): string {
  const address = redactUrl(url)
  const words = `${url.hostname}${url.pathname}`.replace(/[^\w.]+/g, '-').replace(/^[-.]+/, '')
  const unique = createHash('sha256').update(`${method} ${address}`).digest('hex').slice(0, 8)
  const type = headers.get('content-type') ?? ''
  const extension = extensions.find(([pattern]) => pattern.test(type))?.[1] ?? 'bin'
  return `${words.slice(0, 80).replace(/[-.]+$/, '')}-${unique}.${extension}`
}

/** The body, without the secrets of the request where a server echoes them. */
function bodyOf({ url, headers }: Hop, { body }: Answer): Uint8Array {
  const bytes = Buffer.from(body)
  const echoed = secretsOf(url, headers).filter((secret) => bytes.includes(secret))
  if (echoed.length === 0) return bytes
  const text = bytes.toString('latin1')
  const clean = echoed.reduce(
    (rest, secret) => rest.replaceAll(Buffer.from(secret).toString('latin1'), 'REDACTED'),
    text,
  )
  return Buffer.from(clean, 'latin1')
}

/** Writes beside the file and renames, so that a reader never sees half of it. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, content)
  await rename(temporary, path)
}
