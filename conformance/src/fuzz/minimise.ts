/**
 * A smaller input that fails the same way, by leaving out ever smaller parts (ddmin). Bounded: after
 * `tries` questions or at `deadline` (of `Date.now()`) the smallest so far is returned.
 */
export async function minimise(
  input: Uint8Array,
  stillFails: (smaller: Uint8Array) => Promise<boolean>,
  bounds: { tries: number; deadline: number },
): Promise<Uint8Array> {
  let smallest = input
  let tries = 0
  for (let size = Math.ceil(smallest.length / 2); size >= 1; ) {
    let isShorter = false
    for (let start = 0; start < smallest.length; ) {
      if (tries >= bounds.tries || Date.now() >= bounds.deadline) return smallest
      tries += 1
      const without = Buffer.concat([smallest.subarray(0, start), smallest.subarray(start + size)])
      if (await stillFails(without)) {
        smallest = without
        isShorter = true
      } else start += size
    }
    if (size === 1 && !isShorter) break
    size = isShorter && size <= smallest.length ? size : size === 1 ? 0 : Math.ceil(size / 2)
  }
  return smallest
}
