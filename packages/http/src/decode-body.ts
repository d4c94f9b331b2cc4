import { promisify } from 'node:util'
import * as zlib from 'node:zlib'

type Decode = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const inflate: Decode = promisify(zlib.inflate)
const inflateRaw: Decode = promisify(zlib.inflateRaw)
const gunzip: Decode = promisify(zlib.gunzip)
const zstdDecompress = promisify(zlib.zstdDecompress)

const decoders: Readonly<Record<string, Decode>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  // Some servers send bare deflate data without its zlib header, whose low four bits are 8.
  deflate: (body, options) =>
    ((body[0] ?? 0) & 15) === 8 ? inflate(body, options) : inflateRaw(body, options),
  br: promisify(zlib.brotliDecompress),
  zstd: unzstd,
}

/** What `decodeBody` undoes, for `Accept-Encoding`. */
export const acceptEncoding = 'gzip, deflate, br, zstd'

/** More bytes than allowed came out. */
export class TooManyBytes extends Error {}

export interface DecodeLimits {
  maxBytes: number
  /** Decoded bytes for each received one, where more than a mebibyte comes out. */
  maxRatio: number
}

// More of them, each next to empty, are no body but work.
const mostFrames = 1000

/** Frames one after the other are one body, of which the platform reads the first only. */
async function unzstd(
  body: Uint8Array,
  { maxOutputLength }: { maxOutputLength: number },
): Promise<Uint8Array> {
  const first = await zstdFrame(body, maxOutputLength)
  const parts = [first.bytes]
  let rest = body.subarray(first.used)
  let left = maxOutputLength - first.bytes.byteLength
  while (isZstdFrame(rest)) {
    if (parts.length === mostFrames) throw new Error(`more than ${mostFrames} frames`)
    const { bytes, used } = await zstdFrame(rest, Math.max(left, 1))
    left -= bytes.byteLength
    if (left < 0) throw new TooManyBytes('decoded body')
    parts.push(bytes)
    rest = rest.subarray(used)
  }
  return parts.length === 1 ? first.bytes : Buffer.concat(parts)
}

async function zstdFrame(
  body: Uint8Array,
  maxOutputLength: number,
): Promise<{ bytes: Uint8Array; used: number }> {
  const result: unknown = await zstdDecompress(body, { maxOutputLength, info: true })
  if (!isInfo(result)) throw new TypeError('zlib told no more than the bytes')
  return { bytes: result.buffer, used: result.engine.bytesWritten }
}

/** What zlib gives when asked for `info`, of which its types do not know. */
function isInfo(
  result: unknown,
): result is { buffer: Uint8Array; engine: { bytesWritten: number } } {
  return typeof result === 'object' && result !== null && 'engine' in result
}

// https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1
function isZstdFrame([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd
}

// Short answers of a few words repeated shrink more than any limit would allow.
const unsuspicious = 2 ** 20

/**
 * Undoes `Content-Encoding`, never producing more than the limits allow.
 *
 * @throws TooManyBytes; Error for a coding that is unknown, nested more than twice, or damaged.
 */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  { maxBytes, maxRatio }: DecodeLimits,
): Promise<Uint8Array> {
  if (contentEncoding === undefined || body.length === 0) return body
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
  // A chain of codings multiplies the work of a bomb (CVE-2026-22036).
  if (codings.length > 2) throw new Error(`${codings.length} content codings`)
  const maxOutputLength = Math.min(maxBytes, Math.max(unsuspicious, body.length * maxRatio))
  let decoded = body
  for (const coding of codings.reverse()) {
    const decode = Object.hasOwn(decoders, coding) ? decoders[coding] : undefined
    if (decode === undefined) throw new Error(`unknown content coding ${coding.slice(0, 40)}`)
    decoded = await decode(decoded, { maxOutputLength }).catch((error: unknown) => {
      throw tooMany(error) ? new TooManyBytes(describe(maxOutputLength, maxBytes)) : error
    })
  }
  return decoded
}

function describe(reached: number, maxBytes: number): string {
  return reached < maxBytes ? 'decoded body, out of proportion to its size' : 'decoded body'
}

function tooMany(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}
