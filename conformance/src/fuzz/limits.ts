/**
 * Milliseconds of processor time an input may take. Three times what the dearest one takes that we know,
 * items of nothing but `<item>`; a step whose time grows with the square of the input passes it at some
 * ten thousand bytes.
 */
export function timeLimit(bytes: number): number {
  return 50 + bytes * 3e-3
}

/** Milliseconds after which a call is given up. */
export const hangLimit = 10_000

/** Bytes of memory an input may take, its record included. */
export function memoryLimit(bytes: number): number {
  return 32e6 + bytes * 30
}

/** Bytes from which on an input's memory is worth measuring. */
export const bigInput = 50_000
