import type { FieldReader } from './field-reader.ts'
import { isRecord, itemFields, type JsonRecord } from './payload-fields.ts'

/** Both came in summer 2026, together: one without the other has been lost. */
export function readMeta(
  item: JsonRecord,
  fields: FieldReader,
): { kind: 'model' | 'agent' | undefined; organization: string | undefined } {
  const kind = readKind(item, fields)
  const isTold = fields.read(item, 'organization', itemFields.organization) !== undefined
  if (kind === undefined && isTold) fields.miss('kind')
  const organization =
    kind === undefined && !isTold
      ? undefined
      : fields.needText(item, 'organization', itemFields.organization)
  return { kind, organization }
}

/** Where the payload tells it; else wherever the item has one of the two words, for the field may move. */
function readKind(item: JsonRecord, fields: FieldReader): 'model' | 'agent' | undefined {
  const known = fields.read(item, 'kind', itemFields.kind)
  if (isKind(known)) return known
  for (const [key, value] of Object.entries(item)) {
    if (isKind(value)) return fields.moved('kind', key, value)
    if (!isRecord(value) || itemFields.ranges.some((name) => name === key)) continue
    for (const [inner, word] of Object.entries(value)) {
      if (isKind(word)) return fields.moved('kind', `${key}.${inner}`, word)
    }
  }
  return undefined
}

function isKind(value: unknown): value is 'model' | 'agent' {
  return value === 'model' || value === 'agent'
}
