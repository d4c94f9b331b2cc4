/**
 * The text of an input for functions that take text. UTF-16 with a mark is taken as it is, lone
 * surrogates and all, so that bytes can hold any text JavaScript can.
 */
export function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer[0] === 0xff && buffer[1] === 0xfe
    ? buffer.toString('utf16le', 2)
    : buffer.toString('utf8')
}
