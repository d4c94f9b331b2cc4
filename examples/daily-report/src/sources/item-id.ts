import { createHash } from 'node:crypto'

/** An anchor that stays the same for the same story, e.g. `'openai-3f2a9c1b0d'`. */
export function itemId(sourceId: string, key: string): string {
  return `${sourceId}-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`
}
