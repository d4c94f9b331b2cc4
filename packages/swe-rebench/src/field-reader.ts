import type { Defects } from '@inference-report/source'
import { type JsonRecord, readField } from './payload-fields.ts'

/**
 * What a string of a payload stands for whose references are not resolved: `$undefined` is nothing, `$$5`
 * is `$5`. For a reference, `onReference` is told, and nothing is known.
 */
function createPlain(onReference: () => void): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== 'string' || value.charAt(0) !== '$' || value === '$') return value
    if (value.charAt(1) === '$') return value.slice(1)
    if (value !== '$undefined') onReference()
    return undefined
  }
}

/** Reads fields of many records, and tells once each what moved and what is missing. */
export interface FieldReader {
  /** What a value stands for, see `Payload.isRaw`. */
  plain(value: unknown): unknown
  /** Whether a reference was met, which only the resolved payload can tell. */
  metReference(): boolean
  /** `null` where the page says unknown; `undefined` where it says nothing. */
  read(record: JsonRecord, field: string, places: readonly string[]): unknown
  /** As `read`, and a record without the field is a defect. */
  need(record: JsonRecord, field: string, places: readonly string[]): unknown
  /** As `need`, folded to one line; what is no text, or an empty one, is missing. */
  needText(record: JsonRecord, field: string, places: readonly string[]): string | undefined
  /** Notes that a record has nothing for a field. */
  miss(field: string): void
  /** Notes that a field was found elsewhere, and gives what was found. */
  moved<T>(field: string, path: string, value: T): T
  report(defects: Defects): void
}

export function createFieldReader(isRaw: boolean): FieldReader {
  let references = 0
  const plain = isRaw
    ? createPlain(() => {
        references += 1
      })
    : (value: unknown) => value
  const moved = new Map<string, string>()
  const missing = new Map<string, number>()
  const read: FieldReader['read'] = (record, field, places) => {
    const found = readField(record, places, plain)
    const path = places[found?.place ?? 0]
    if (found !== undefined && found.place > 0 && path !== undefined) moved.set(field, path)
    return found?.value
  }
  const miss = (field: string): void => {
    missing.set(field, (missing.get(field) ?? 0) + 1)
  }
  return {
    plain,
    metReference: () => references > 0,
    read,
    miss,
    need(record, field, places) {
      const value = read(record, field, places)
      if (value === undefined) miss(field)
      return value
    },
    needText(record, field, places) {
      const value = read(record, field, places)
      const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
      if (text !== '') return text
      miss(field)
      return undefined
    },
    moved(field, path, value) {
      moved.set(field, path)
      return value
    },
    report(defects) {
      for (const [field, path] of moved) {
        defects.add('field-moved', `${field} was read from ${path}, not from where it was.`, path)
      }
      for (const [field, count] of missing) {
        const rows = count === 1 ? '1 row' : `${count} rows`
        defects.add('field-missing', `${rows} of the payload tell no ${field}.`, field)
      }
    },
  }
}
