/** As much of ASN.1's DER as a certificate is made of. */
function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0))
  return Buffer.concat([Buffer.from([0x80 | significant.length]), significant])
}

export const sequence = (...parts: Uint8Array[]): Buffer => element(0x30, ...parts)
export const set = (...parts: Uint8Array[]): Buffer => element(0x31, ...parts)
/** A whole number of so many bytes, the first of them below 0x80. */
export const integer = (...bytes: number[]): Buffer => element(0x02, Buffer.from(bytes))
export const boolean = (value: boolean): Buffer => element(0x01, Buffer.from([value ? 0xff : 0]))
export const octets = (content: Uint8Array): Buffer => element(0x04, content)
export const bits = (content: Uint8Array): Buffer => element(0x03, Buffer.from([0]), content)
export const text = (value: string): Buffer => element(0x0c, Buffer.from(value))
/** `[n]`, around another element. */
export const tagged = (n: number, content: Uint8Array): Buffer => element(0xa0 | n, content)
/** `[n]`, in place of another element's tag. */
export const implicit = (n: number, content: Uint8Array): Buffer => element(0x80 | n, content)
/** e.g. `20261123070000Z`. */
export const time = (at: Date): Buffer =>
  element(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, '')))

/** e.g. `oid(1, 2, 840, 10045, 4, 3, 2)`. */
export function oid(first: number, second: number, ...rest: number[]): Buffer {
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const digits = [value & 0x7f]
  for (let left = value >> 7; left > 0; left >>= 7) digits.unshift(0x80 | (left & 0x7f))
  return digits
}
