import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceError } from '@inference-report/source'
import type { Answer, HeaderRecord, Hop, Transport } from './exchange.ts'
import { httpError } from './http-error.ts'
import { type RecordedAnswer, readManifest } from './manifest.ts'
import { redactUrl } from './redact.ts'

/** A folder of recorded answers. */
export interface Recording {
  transport: Transport
  has(url: string | URL): boolean
  /** Addresses that were never asked for, in the manifest's order. */
  unused(): string[]
}

/** Opens a recording. Throws SourceError where its manifest is missing or broken. */
export function openRecording(folder: string, maxBytes: number): Recording {
  const answers = readManifest(folder)
  if (answers === undefined) {
    throw new SourceError('not-recorded', {
      source: 'http',
      expected: `a manifest.json in the folder ${folder}`,
    })
  }
  const asked = new Set<RecordedAnswer>()

  const exact = indexBy(answers, normalize)
  // Recordings hold no secrets, so an address with one is found without it.
  const redacted = indexBy(answers, redactUrl)

  /** Of several answers the one that knows most of what was asked, then the first. */
  function find(
    method: string,
    url: string | URL,
    headers?: HeaderRecord,
  ): RecordedAnswer | undefined {
    const found = [
      exact.get(`${method} ${normalize(url)}`),
      redacted.get(`${method} ${redactUrl(url)}`),
    ].flatMap((candidates) => best(candidates ?? [], headers) ?? [])
    return found[0] ?? (method === 'HEAD' ? find('GET', url, headers) : undefined)
  }

  return {
    async transport(hop) {
      const found = find(hop.method, hop.url, hop.headers)
      if (found === undefined) {
        // The folder stands apart: what an error says may be published, and machines differ.
        throw httpError('not-recorded', hop.url, 'a recording of this address', {
          received: `${hop.method} ${redactUrl(hop.url)}`,
          cause: new Error(`It is not in ${folder}.`),
        })
      }
      asked.add(found)
      return toAnswer(found, hop, folder, maxBytes)
    },
    has: (url) => find('GET', url) !== undefined,
    unused: () => answers.filter((answer) => !asked.has(answer)).map(({ url }) => redactUrl(url)),
  }
}

/** By method and address, in the manifest's order. */
function indexBy(
  answers: RecordedAnswer[],
  keyOf: (url: string) => string,
): Map<string, RecordedAnswer[]> {
  return Map.groupBy(
    answers,
    ({ method, url }) => `${(method ?? 'GET').toUpperCase()} ${keyOf(url)}`,
  )
}

/** Without `headers`, any will do. */
function best(
  candidates: readonly RecordedAnswer[],
  headers: HeaderRecord | undefined,
): RecordedAnswer | undefined {
  const known = ({ requestHeaders = {} }: RecordedAnswer) => Object.entries(requestHeaders)
  const fitting = candidates.filter(
    (answer) =>
      headers === undefined ||
      known(answer).every(([name, value]) => headers[name.toLowerCase()] === value),
  )
  return fitting.reduce<RecordedAnswer | undefined>(
    (most, one) => (most !== undefined && known(most).length >= known(one).length ? most : one),
    undefined,
  )
}

async function toAnswer(
  found: RecordedAnswer,
  hop: Hop,
  folder: string,
  maxBytes: number,
): Promise<Answer> {
  const headers = Object.fromEntries(
    Object.entries(found.headers)
      .map(([name, value]): [string, string] => [name.toLowerCase(), value])
      // Bodies are stored decoded, whatever the headers of a hand-made manifest say.
      .filter(([name]) => name !== 'content-encoding' && name !== 'content-length'),
  )
  const body =
    hop.method === 'HEAD' ? new Uint8Array() : await readBody(found, hop, folder, maxBytes)
  const { status, capturedAt } = found
  return { status, statusText: '', headers, body, capturedAt, fromReplay: true }
}

async function readBody(
  found: RecordedAnswer,
  hop: Hop,
  folder: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (found.file === undefined) {
    const bytes = new TextEncoder().encode(found.body ?? '')
    checkSize(bytes.byteLength, hop, maxBytes)
    return bytes
  }
  const path = join(folder, found.file)
  try {
    // A file that is too large is not even read.
    checkSize((await stat(path)).size, hop, maxBytes)
    return new Uint8Array(await readFile(path))
  } catch (cause) {
    if (SourceError.is(cause)) throw cause
    throw httpError('not-recorded', hop.url, `the recorded body ${found.file}`, { cause })
  }
}

function checkSize(bytes: number, hop: Hop, maxBytes: number): void {
  if (bytes <= maxBytes) return
  const expected = `a body of at most ${maxBytes} bytes`
  throw httpError('too-large', hop.url, expected, { received: 'recorded body' })
}

function normalize(url: string | URL): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href
}
