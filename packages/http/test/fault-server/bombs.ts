import type { ServerResponse } from 'node:http'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  constants,
  crc32,
  createBrotliCompress,
  createZstdCompress,
  deflateRawSync,
} from 'node:zlib'

const chunk = Buffer.alloc(1 << 20)

/** So many zero bytes, made as they are asked for: there is never a large file or a large string. */
export function zeros(bytes: number): Readable {
  let left = bytes
  return new Readable({
    read() {
      const next = chunk.subarray(0, Math.min(left, chunk.length))
      left -= next.length
      this.push(next.length === 0 ? null : next)
    },
  })
}

/** A thousand times smaller, and proper to the last byte; so many MiB of zeros in one gzip member. */
function gzipOfZeros(mebibytes: number): Readable {
  // Flushed in full, a block refers to nothing before it and can be sent again and again.
  const block = deflateRawSync(chunk, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  return Readable.from(
    (function* () {
      yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3])
      let sum = 0
      for (let sent = 0; sent < mebibytes; sent++) {
        sum = crc32(chunk, sum)
        yield block
      }
      const end = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
      end.writeUInt32LE(sum, 2)
      end.writeUInt32LE((mebibytes * chunk.length) % 2 ** 32, 6)
      yield end
    })(),
  )
}

/** The content codings a bomb is to be had in. */
export type BombCoding = 'gzip' | 'br' | 'zstd'

function bomb(coding: BombCoding, mebibytes: number): (Readable | Transform)[] {
  if (coding === 'gzip') return [gzipOfZeros(mebibytes)]
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
  const compressor = coding === 'br' ? createBrotliCompress(quality) : createZstdCompress()
  return [zeros(mebibytes * chunk.length), compressor]
}

/** Answers with a small body that decodes to so many MiB; stops when the client has had enough. */
export async function sendBomb(
  response: ServerResponse,
  coding: BombCoding,
  mebibytes: number,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/xml', 'content-encoding': coding })
  // The client's leaving is the good end.
  await pipeline([...bomb(coding, mebibytes), response]).catch(() => {})
}
