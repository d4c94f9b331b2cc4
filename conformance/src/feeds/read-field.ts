import { at, text } from './dig.ts'
import { escapeText } from './markup.ts'
import type { FeedRecord, TextField } from './record.ts'

/**
 * The value a check asks for. Besides the record's own fields an item has
 * - `body`: its HTML, of whatever the parser made it; a plain summary counts as text;
 * - `date`: when it was published, else updated;
 * - `changed`: when it was updated, else published. A parser gives `updatedAt` only where the source does.
 */
export function readField(
  record: FeedRecord,
  field: string,
  markup: ReadonlySet<TextField>,
): unknown {
  const path = field.split('.')
  const name = path.at(-1)
  const owner = at(record, ...path.slice(0, -1))
  if (path.length === 1) return at(record, field)
  if (name === 'body') {
    const summary = text(at(owner, 'summary'))
    const html = text(at(owner, 'contentHtml'))
    return html ?? (markup.has('summary') || summary === undefined ? summary : escapeText(summary))
  }
  if (name === 'date') return text(at(owner, 'publishedAt'), at(owner, 'updatedAt'))
  if (name === 'changed') return text(at(owner, 'updatedAt'), at(owner, 'publishedAt'))
  return at(record, ...path)
}

/** Whether the parser gives this field as the source's markup. */
export function isMarkup(field: string, markup: ReadonlySet<TextField>): boolean {
  return [...markup].some((name) => field === name || field.endsWith(`.${name}`))
}
