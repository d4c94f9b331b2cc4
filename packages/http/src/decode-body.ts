import { promisify } from 'node:util'
import * as zlib from 'node:zlib'

type Decode = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const inflate: Decode = promisify(zlib.inflate)
const inflateRaw: Decode = promisify(zlib.inflateRaw)
const gunzip: Decode = promisify(zlib.gunzip)

const decoders: Readonly<Record<string, Decode>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  // Some servers send bare deflate data without its zlib header, whose low four bits are 8.
  deflate: (body, options) =>
    ((body[0] ?? 0) & 15) === 8 ? inflate(body, options) : inflateRaw(body, options),
  br: promisify(zlib.brotliDecompress),
  zstd: promisify(zlib.zstdDecompress),
}

/** What `decodeBody` undoes, for `Accept-Encoding`. */
export const acceptEncoding = 'gzip, deflate, br, zstd'

/** More bytes than allowed came out. */
export class TooManyBytes extends Error {}

/**
 * Undoes `Content-Encoding`, never producing more than `maxBytes`.
 *
 * @throws TooManyBytes; Error for a coding that is unknown, nested more than twice, or damaged.
 */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = (contentEncoding ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
  // A chain of codings multiplies the work of a bomb (CVE-2026-22036).
  if (codings.length > 2) throw new Error(`${codings.length} content codings`)
  let decoded = body
  // An answer to HEAD names a coding and has no body.
  for (const coding of decoded.length === 0 ? [] : codings.reverse()) {
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined
    if (decode === undefined) throw new Error(`unknown content coding ${coding.slice(0, 40)}`)
    decoded = await decode(decoded, { maxOutputLength: maxBytes }).catch(rethrow)
  }
  return decoded
}

function rethrow(error: unknown): never {
  const tooLarge =
    error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
  throw tooLarge ? new TooManyBytes('decoded body') : error
}
