/** Elements whose content is text or markup for a reader; what is inside is never a field. */
const markup: ReadonlySet<string> = new Set([
  'title',
  'description',
  'summary',
  'content',
  'fulltext',
  'copyright',
  'body',
  'content:encoded',
  'atom:title',
  'atom:subtitle',
  'atom:tagline',
  'atom:info',
  'atom:summary',
  'atom:content',
  'atom:rights',
  'atom:copyright',
  'xhtml:body',
  'xhtml:div',
  'media:title',
  'media:description',
  'media:text',
  'itunes:title',
  'itunes:summary',
  'itunes:subtitle',
  'googleplay:description',
  'dc:title',
  'dc:description',
  'dcterms:abstract',
])

/** Elements that hold a value and no element. One that is not closed ends where the next field begins. */
const values: ReadonlySet<string> = new Set([
  'link',
  'guid',
  'pubdate',
  'category',
  'comments',
  'language',
  'lastbuilddate',
  'ttl',
  'generator',
  'atom:id',
  'atom:link',
  'atom:updated',
  'atom:published',
  'atom:modified',
  'atom:issued',
  'atom:created',
  'atom:category',
  'dc:creator',
  'dc:date',
  'dc:subject',
  'dc:language',
])

const fields: ReadonlySet<string> = new Set([
  ...markup,
  ...values,
  'author',
  'source',
  'enclosure',
  'image',
  'atom:author',
  'atom:source',
  'media:content',
  'media:group',
  'media:thumbnail',
])

export function isMarkup(name: string): boolean {
  return markup.has(name)
}

export function isValue(name: string): boolean {
  return values.has(name)
}

/** Whether a reader looks for the element in an item or a head, so that it ends an unclosed value. */
export function isField(name: string): boolean {
  return fields.has(name)
}

export function isItem(name: string): boolean {
  return name === 'item' || name === 'atom:entry'
}

/** Elements that hold items. */
export function isContainer(name: string): boolean {
  return name === 'channel' || name === 'atom:feed' || name === 'rdf:rdf' || name === 'rss'
}
