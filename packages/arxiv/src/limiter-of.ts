import type { FlowOptions } from './flow-options.ts'
import { createLimiter, type Limiter } from './limiter.ts'

// One for the process: arXiv counts all requests of one user, whatever the surface.
const shared = createLimiter()
const byTimer = new WeakMap<WeakKey, Limiter>()

/** The limiter of a flow, and whether it is the one nobody asked for. */
export function limiterOf({ limiter, now, sleep }: FlowOptions): {
  limiter: Limiter
  isDefault: boolean
} {
  const timer = sleep ?? now
  if (limiter !== undefined) return { limiter, isDefault: false }
  if (timer === undefined) return { limiter: shared, isDefault: true }
  const known = byTimer.get(timer) ?? createLimiter({ now, sleep })
  byTimer.set(timer, known)
  return { limiter: known, isDefault: false }
}
