import { createHash } from 'node:crypto'
import type { Answer } from './exchange.ts'

/** Where the bytes of an answer come from. */
export interface Provenance {
  /** The address that answered in the end, without secrets. */
  url: string
  status: number
  /** ISO 8601 UTC of the request; in replay as the manifest has it, perhaps only `YYYY-MM-DD`. */
  capturedAt: string
  /** Of the decoded body, 64 hex digits. */
  sha256: string
  /** Length of the decoded body. */
  bytes: number
  fromReplay: boolean
}

const provenances = new WeakMap<Response, Provenance>()

/** Where a client's answer comes from; `undefined` for any other `Response`. */
export function provenance(response: Response): Provenance | undefined {
  const known = provenances.get(response)
  return known === undefined ? undefined : { ...known }
}

/** `Response` has no constructor for its address; this one carries it, through `clone` too. */
class ClientResponse extends Response {
  readonly #url: string
  readonly #redirected: boolean

  constructor(body: BodyInit | null, init: ResponseInit, url: string, redirected: boolean) {
    super(body, init)
    this.#url = url
    this.#redirected = redirected
  }

  override get url(): string {
    return this.#url
  }

  override get redirected(): boolean {
    return this.#redirected
  }

  override clone(): ClientResponse {
    const copy = super.clone()
    const { status, statusText, headers } = copy
    const clone = new ClientResponse(
      copy.body,
      { status, statusText, headers },
      this.#url,
      this.#redirected,
    )
    const known = provenances.get(this)
    if (known !== undefined) provenances.set(clone, known)
    return clone
  }
}

/** The `Response` for an answer. `url` is told without secrets, because errors quote it. */
export function toResponse(answer: Answer, url: string, redirected: boolean): Response {
  const { status, statusText, headers, body, capturedAt, fromReplay } = answer
  // The constructor refuses a body, even an empty one, for these.
  const bodiless = status === 204 || status === 205 || status === 304
  const init = { status, statusText, headers }
  const response = new ClientResponse(bodiless ? null : body, init, url, redirected)
  const sha256 = createHash('sha256').update(body).digest('hex')
  provenances.set(response, { url, status, capturedAt, sha256, bytes: body.length, fromReplay })
  return response
}
