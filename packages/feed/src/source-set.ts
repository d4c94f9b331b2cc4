import { resolveUrl } from './resolve-url.ts'

const mostCandidates = 64

/**
 * A `srcset` with absolute addresses, or `undefined` where one of them cannot be made absolute: the
 * picture's `src` is left then.
 *
 * @see https://html.spec.whatwg.org/multipage/images.html#srcset-attribute
 */
export function resolveSourceSet(text: string, base: string | undefined): string | undefined {
  // An address may hold commas, but not end in one; only white space separates it from its descriptor.
  const candidates = text.split(/,\s+|,(?=https?:|\/)/, mostCandidates + 1)
  if (candidates.length > mostCandidates) return undefined
  const resolved: string[] = []
  for (const candidate of candidates) {
    const [address, descriptor, ...more] = candidate.trim().split(/\s+/)
    if (address === undefined || address === '') continue
    const url = resolveUrl(address, base)
    const isKnown = descriptor === undefined || /^\d{1,7}(?:\.\d{1,4})?[wxh]$/.test(descriptor)
    if (url === undefined || more.length > 0 || !isKnown) return undefined
    resolved.push(descriptor === undefined ? url : `${url} ${descriptor}`)
  }
  return resolved.length === 0 ? undefined : resolved.join(', ')
}
