import { SourceError } from '@inference-report/source'
import { type Client, provenance } from '../../src/index.ts'
import { kindOf, type SeenRequest } from './seen-request.ts'
import type { Stage } from './stage.ts'

/** Something that goes wrong, and what a client should make of it. */
export interface Fault {
  /** In a few words, e.g. `reset in the middle of a body`. */
  name: string
  /** What of the client must hold, e.g. `validators`. */
  group: string
  /** What `see` should tell. */
  expected: string
  /** Sets the fault up, meets it, and tells in a few words what came of it. */
  see(stage: Stage): Promise<string>
}

/** What one `fetch` came to: `200 "text"`, with `stored` where nobody was asked, or an error's code. */
export async function outcome(client: Client, url: string, init?: RequestInit): Promise<string> {
  try {
    const response = await client.fetch(url, init)
    const body = await response.text()
    const text = body.length > 20 ? `${body.length} bytes` : JSON.stringify(body)
    const known = provenance(response)
    const from = known?.fromStore === true && !known.revalidated ? ' stored' : ''
    return `${response.status} ${text}${from}`
  } catch (error) {
    return errorText(error)
  }
}

/** The code of a typed error; anything else says that it is none. */
export function errorText(error: unknown): string {
  if (SourceError.is(error)) return error.code
  return `untyped ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`
}

/** e.g. `U C C`: what was asked unconditionally and conditionally, in order. */
export function pattern(requests: readonly SeenRequest[]): string {
  return requests.length === 0 ? 'nothing' : requests.map(kindOf).join(' ')
}
