import fc from 'fast-check'
import { text } from './structured-text.ts'

const names = [
  ...[
    'title',
    'link',
    'description',
    'guid',
    'pubDate',
    'author',
    'category',
    'enclosure',
    'comments',
  ],
  ...[
    'id',
    'updated',
    'published',
    'summary',
    'content',
    'name',
    'email',
    'uri',
    'rights',
    'source',
  ],
  ...['content:encoded', 'dc:creator', 'dc:date', 'dc:subject', 'media:group', 'media:content'],
  ...[
    'media:thumbnail',
    'media:title',
    'itunes:image',
    'itunes:author',
    'itunes:duration',
    'georss:point',
  ],
  ...[
    'geo:lat',
    'geo:long',
    'podcast:transcript',
    'thr:in-reply-to',
    'x:unknown',
    'TITLE',
    'atom:link',
  ],
  ...[
    'image',
    'url',
    'ttl',
    'skipHours',
    'hour',
    'sy:updatePeriod',
    'div',
    'p',
    'a',
    'img',
    'table',
    'td',
  ],
]
const attributeNames = [
  'href',
  'url',
  'rel',
  'type',
  'xml:base',
  'xml:lang',
  'isPermaLink',
  'length',
  'term',
  'src',
  'mode',
  'xmlns',
  'xmlns:x',
  'rdf:about',
]
const attributes = fc
  .array(fc.tuple(fc.constantFrom(...attributeNames), text, fc.constantFrom('"', "'", '')), {
    maxLength: 3,
  })
  .map((list) => list.map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`).join(''))

/** How an element ends: as it should, not at all, at once, or as another. */
const endings = fc.constantFrom('</#>', '</#>', '</#>', '</#>', '', '/', '</p>')

const { element } = fc.letrec<{ element: string; inside: string }>((tie) => ({
  inside: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    text.map((value) => `<![CDATA[${value}]]>`),
    fc.array(tie('element'), { maxLength: 4 }).map((list) => list.join('\n')),
  ),
  element: fc
    .tuple(fc.constantFrom(...names), attributes, tie('inside'), endings)
    .map(([name, written, inside, ending]) =>
      ending === '/'
        ? `<${name}${written}/>`
        : `<${name}${written}>${inside}${ending.replace('#', name)}`,
    ),
}))

const wrappers = [
  [
    '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>',
    'item',
    '</channel></rss>',
  ],
  ['<feed xmlns="http://www.w3.org/2005/Atom">', 'entry', '</feed>'],
  ['<feed version="0.3" xmlns="http://purl.org/atom/ns#">', 'entry', '</feed>'],
  ['<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel></channel>', 'item', '</rdf:RDF>'],
  ['<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b&#33;">]><rss><channel>', 'item', ''],
] as const

/** RSS, Atom and RDF whose elements stand anywhere, and end as they please. */
export const xmlFeeds: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...wrappers),
    fc.array(element, { maxLength: 4 }),
    fc.array(fc.array(element, { maxLength: 6 }), { maxLength: 4 }),
  )
  .map(([[start, name, end], head, items]) =>
    [start, ...head, ...items.map((parts) => `<${name}>${parts.join('')}</${name}>`), end].join(
      '\n',
    ),
  )
