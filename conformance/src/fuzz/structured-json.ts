import fc from 'fast-check'
import { text } from './structured-text.ts'

const jsonKeys = [
  'id',
  'url',
  'external_url',
  'title',
  'content_html',
  'content_text',
  'summary',
  'image',
  'date_published',
  'date_modified',
  'authors',
  'author',
  'tags',
  'attachments',
  'language',
  'name',
  'avatar',
  'mime_type',
  'size_in_bytes',
  '__proto__',
]
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e300),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...jsonKeys), tie('value'), { maxKeys: 6 }),
  ),
}))

/** JSON Feeds whose fields hold anything. */
export const jsonFeeds: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.dictionary(fc.constantFrom(...jsonKeys), value, { maxKeys: 8 }), { maxLength: 4 }),
    value,
    value,
  )
  .map(([items, title, authors]) =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title, authors, items }),
  )
