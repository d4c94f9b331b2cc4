import { noEntities } from './doctype.ts'
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

/** Tells of a repair in a field, e.g. `title`, of what is being read. */
export function warn(reading: Reading, field: string, code: string, message: string): void {
  const path = reading.item === -1 ? field : `items[${reading.item}].${field}`
  reading.warnings.add(code, message, path)
}
