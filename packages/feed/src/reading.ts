import { noEntities } from './doctype.ts'
import type { Element } from './element.ts'
import type { ReferenceRepairs } from './entities.ts'
import { Fields } from './fields.ts'
import type { Warnings } from './warnings.ts'

// Documents are read one after the other, and making one of these costs as much as reading two fields.
let shared: Fields | undefined

/** What the readers of one document share. One object serves all its items in turn. */
export class Reading {
  entities: ReadonlyMap<string, string> = noEntities
  readonly warnings: Warnings
  /** The children of the item, or the head, that is being read. */
  readonly fields: Fields
  /** Which item is being read; -1 for the feed itself. */
  item = -1
  /** What relative addresses are relative to, unless an element's `xml:base` says otherwise. */
  base: string | undefined = undefined
  /** The address the feed was asked at. */
  readonly url: string | undefined
  readonly sanitize: boolean
  /** Vocabularies the caller wants, by comparable address, as the caller writes them. */
  readonly asked: ReadonlyMap<string, string> | undefined

  constructor(
    warnings: Warnings,
    url: string | undefined,
    sanitize: boolean,
    asked?: ReadonlyMap<string, string> | undefined,
  ) {
    this.warnings = warnings
    shared ??= new Fields()
    this.fields = shared
    this.url = url
    this.sanitize = sanitize
    this.asked = asked
  }
}

/** The path of a field for a warning, e.g. `'items[3].title'`. Made only where there is one. */
export function fieldPath(reading: Reading, field: string): string {
  return reading.item === -1 ? field : `items[${reading.item}].${field}`
}

/** Tells what decoding a field had to repair. */
export function warnReferences(
  reading: Reading,
  repairs: ReferenceRepairs,
  element: Element,
): void {
  const { rawAmpersand, invalidReference, htmlEntity, unknownEntity } = repairs
  if (!(rawAmpersand || invalidReference || htmlEntity || unknownEntity)) return
  const path = fieldPath(reading, element.rawName)
  if (rawAmpersand) {
    reading.warnings.add('raw-ampersand', 'An "&" that begins no reference was read as text.', path)
  }
  if (invalidReference) {
    reading.warnings.add(
      'invalid-reference',
      'A reference to no character was replaced or left out.',
      path,
    )
  }
  if (htmlEntity) {
    reading.warnings.add('html-entity', 'A reference that only HTML defines was decoded.', path)
  }
  if (unknownEntity) {
    reading.warnings.add(
      'unknown-entity',
      'A reference that nobody defines was kept as text.',
      path,
    )
  }
}
