import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceError } from '@inference-report/source'
import type { Answer, Hop, Transport } from './exchange.ts'
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
export function openRecording(folder: string): Recording {
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

  function find(method: string, url: string | URL): RecordedAnswer | undefined {
    const found =
      exact.get(`${method} ${normalize(url)}`) ?? redacted.get(`${method} ${redactUrl(url)}`)
    return found ?? (method === 'HEAD' ? find('GET', url) : undefined)
  }

  return {
    async transport(hop) {
      const found = find(hop.method, hop.url)
      if (found === undefined) {
        // The folder stands apart: what an error says may be published, and machines differ.
        throw httpError('not-recorded', hop.url, 'a recording of this address', {
          received: `${hop.method} ${redactUrl(hop.url)}`,
          cause: new Error(`It is not in ${folder}.`),
        })
      }
      asked.add(found)
      return toAnswer(found, hop, folder)
    },
    has: (url) => find('GET', url) !== undefined,
    unused: () => answers.filter((answer) => !asked.has(answer)).map(({ url }) => redactUrl(url)),
  }
}

/** By method and address; of several answers the first. */
function indexBy(
  answers: RecordedAnswer[],
  keyOf: (url: string) => string,
): Map<string, RecordedAnswer> {
  return new Map(
    answers
      .map((answer): [string, RecordedAnswer] => [
        `${(answer.method ?? 'GET').toUpperCase()} ${keyOf(answer.url)}`,
        answer,
      ])
      .reverse(),
  )
}

async function toAnswer(found: RecordedAnswer, hop: Hop, folder: string): Promise<Answer> {
  const headers = new Headers(found.headers)
  // Bodies are stored decoded, whatever the headers of a hand-made manifest say.
  headers.delete('content-encoding')
  headers.delete('content-length')
  const body = hop.method === 'HEAD' ? new Uint8Array() : await readBody(found, hop, folder)
  const { status, capturedAt } = found
  return { status, statusText: '', headers, body, capturedAt, fromReplay: true }
}

async function readBody(
  found: RecordedAnswer,
  hop: Hop,
  folder: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (found.file === undefined) return new TextEncoder().encode(found.body ?? '')
  const path = join(folder, found.file)
  try {
    return new Uint8Array(await readFile(path))
  } catch (cause) {
    throw httpError('not-recorded', hop.url, `the recorded body ${found.file}`, { cause })
  }
}

function normalize(url: string | URL): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href
}
