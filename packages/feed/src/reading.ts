import type { Element } from './element.ts'
import type { ReferenceRepairs } from './entities.ts'
import type { Warnings } from './warnings.ts'

/** What the readers of one part of a document share: a head, or one item. */
export interface Reading {
  source: string
  entities: ReadonlyMap<string, string>
  warnings: Warnings
  /** Where warnings point, e.g. `'items[3]'`; `undefined` for the feed itself. */
  path: string | undefined
  /** What relative addresses are relative to, unless an element's `xml:base` says otherwise. */
  base: string | undefined
  /** The address the feed was asked at. */
  url: string | undefined
  sanitize: boolean
}

/** The path of a field for a warning, e.g. `'items[3].title'`. */
export function fieldPath(reading: Reading, field: string): string {
  return reading.path === undefined ? field : `${reading.path}.${field}`
}

/** Tells what decoding a field had to repair. */
export function warnReferences(
  reading: Reading,
  repairs: ReferenceRepairs,
  element: Element,
): void {
  const path = fieldPath(reading, element.rawName)
  if (repairs.rawAmpersand) {
    reading.warnings.add('raw-ampersand', 'An "&" that begins no reference was read as text.', path)
  }
  if (repairs.invalidReference) {
    reading.warnings.add(
      'invalid-reference',
      'A numeric reference to what is no character was replaced or left out.',
      path,
    )
  }
  if (repairs.htmlEntity) {
    reading.warnings.add('html-entity', 'A reference that only HTML defines was decoded.', path)
  }
  if (repairs.unknownEntity) {
    reading.warnings.add(
      'unknown-entity',
      'A reference that nobody defines was kept as text.',
      path,
    )
  }
}
