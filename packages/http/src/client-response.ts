import { hash } from 'node:crypto'
import type { Asked } from './asked.ts'

/** Where the bytes of an answer come from. */
export interface Provenance {
  /** The address that answered in the end, without secrets. */
  url: string
  status: number
  /**
   * ISO 8601 UTC when the server last gave or confirmed it; in replay as the manifest has it,
   * perhaps only `YYYY-MM-DD`.
   */
  capturedAt: string
  /** Of the decoded body, 64 hex digits. */
  sha256: string
  /** Length of the decoded body. */
  bytes: number
  fromReplay: boolean
  /** Whether nobody was asked: it was here already, and it was too early to ask again. */
  fromStore: boolean
  /** Whether the server was asked just now, with the validators of an earlier answer. */
  revalidated: boolean
  /** Whether it said 304, and the body was here already. */
  notModified: boolean
  /** Seconds since `capturedAt`; 0 for what was just asked, and in replay. */
  age: number
}

// The hash takes longer than all the rest, and most callers never look.
type Known = Omit<Provenance, 'sha256'> & { body: Uint8Array; sha256?: string | undefined }

const provenances = new WeakMap<Response, Known>()

/** Where a client's answer comes from; `undefined` for any other `Response`. */
export function provenance(response: Response): Provenance | undefined {
  const known = provenances.get(response)
  if (known === undefined) return undefined
  known.sha256 ??= hash('sha256', known.body, 'hex')
  const { url, status, capturedAt, sha256, bytes, fromReplay, ...how } = known
  const { fromStore, revalidated, notModified, age } = how
  return {
    url,
    status,
    capturedAt,
    sha256,
    bytes,
    fromReplay,
    fromStore,
    revalidated,
    notModified,
    age,
  }
}

/** The `Response` for an answer. `url` is told without secrets, because errors quote it. */
export function toResponse(asked: Asked, url: string, redirected: boolean): Response {
  const { status, statusText, headers, body, capturedAt, fromReplay } = asked.answer
  // The constructor refuses a body, even an empty one, for these.
  const bodiless = status === 204 || status === 205 || status === 304
  const init = { status, statusText, headers }
  const response = new ClientResponse(bodiless ? undefined : body, init, url, redirected)
  provenances.set(response, {
    url,
    status,
    capturedAt,
    body,
    bytes: body.length,
    fromReplay,
    fromStore: asked.fromStore,
    revalidated: asked.revalidated,
    notModified: asked.notModified,
    age: Math.max(Math.round(asked.ageMs / 1000), 0),
  })
  return response
}

/**
 * `Response` has no constructor for its address; this one carries it, through `clone` too. Its body
 * is here already, and becomes a stream only for who asks for one: that takes longer than a request.
 */
class ClientResponse extends Response {
  readonly #url: string
  readonly #redirected: boolean
  /** The body until it is read. */
  #bytes: Uint8Array<ArrayBuffer> | undefined
  /** The body as a stream, once somebody wanted that. */
  #streamed: Response | undefined
  #isRead = false

  constructor(
    bytes: Uint8Array<ArrayBuffer> | undefined,
    init: ResponseInit,
    url: string,
    redirected: boolean,
  ) {
    super(null, init)
    this.#bytes = bytes
    this.#url = url
    this.#redirected = redirected
  }

  override get url(): string {
    return this.#url
  }

  override get redirected(): boolean {
    return this.#redirected
  }

  override get body(): Response['body'] {
    return this.#stream()?.body ?? null
  }

  override get bodyUsed(): boolean {
    return this.#streamed?.bodyUsed ?? this.#isRead
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#streamed?.arrayBuffer() ?? this.#take().slice().buffer
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#streamed?.bytes() ?? this.#take().slice()
  }

  override async text(): Promise<string> {
    return this.#streamed?.text() ?? new TextDecoder().decode(this.#take())
  }

  override async json(): Promise<unknown> {
    return JSON.parse(await this.text())
  }

  override async blob(): Promise<Blob> {
    const type = this.headers.get('content-type') ?? ''
    return this.#streamed?.blob() ?? new Blob([this.#take()], { type })
  }

  override async formData(): Promise<FormData> {
    const { headers } = this
    return new Response(await this.arrayBuffer(), { headers }).formData()
  }

  override clone(): ClientResponse {
    if (this.bodyUsed) throw new TypeError('Response.clone: Body has already been consumed.')
    const { status, statusText, headers } = this
    const init = { status, statusText, headers }
    const clone = new ClientResponse(this.#bytes, init, this.#url, this.#redirected)
    const known = provenances.get(this)
    if (known !== undefined) provenances.set(clone, known)
    return clone
  }

  #take(): Uint8Array<ArrayBuffer> {
    if (this.#isRead) throw new TypeError('Body is unusable: Body has already been read')
    // Without a body there is nothing to use up: the platform lets it be read again.
    if (this.#bytes === undefined) return new Uint8Array()
    this.#isRead = true
    return this.#bytes
  }

  #stream(): Response | undefined {
    if (this.#bytes === undefined) return undefined
    if (this.#streamed === undefined) {
      const { headers } = this
      this.#streamed = new Response(this.#bytes, { headers })
      // As used as it is: a body that was read has no stream to read from any more.
      if (this.#isRead) void this.#streamed.body?.cancel()
    }
    return this.#streamed
  }
}
