import { numericCharacter } from './character-reference.ts'

const mostEntities = 256
const longestValue = 1024
const declaration = /<!ENTITY\s+([\w.-]{1,32})\s+(?:"([^"<]*)"|'([^'<]*)')\s*>/g

/** What nearly every document declares. */
export const noEntities: ReadonlyMap<string, string> = new Map()

/**
 * Entities a document declares for itself: plain text, or one character reference. Any that is built
 * from others is left out, so that nothing can be expanded into more than it says.
 */
export function readEntities(subset: string): ReadonlyMap<string, string> {
  if (subset === '') return noEntities
  const entities = new Map<string, string>()
  for (const [, name = '', double, single] of subset.matchAll(declaration)) {
    const raw = double ?? single ?? ''
    if (entities.size >= mostEntities || entities.has(name) || raw.length > longestValue) continue
    const value = /^&#[^&]*;$/.test(raw) ? numericCharacter(raw.slice(1, -1)) : raw
    if (value !== undefined && !/[&%]/.test(raw.replace(/^&#/, ''))) entities.set(name, value)
  }
  return entities
}
