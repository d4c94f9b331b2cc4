import type { GeneratedFeed } from './generated-feeds.ts'

/** Feeds on which a parser whose time is not linear spends minutes. `size`: how often the bad part comes. */
export function hostileFeeds(size = 50_000): GeneratedFeed[] {
  return [
    { name: 'deep nesting', text: around('<div>'.repeat(size)) },
    { name: 'many entities', text: around('&amp;&#8217;&lt;'.repeat(size)) },
    { name: 'cut entities', text: around('&am '.repeat(size)) },
    { name: 'open CDATA', text: around('<![CDATA['.repeat(size)) },
    { name: 'open comments', text: around('<!-- '.repeat(size)) },
    { name: 'long attributes', text: around(`<x ${attributes(size)}/>`) },
    { name: 'open attribute', text: around('<x a="'.repeat(size)) },
    { name: 'entity bomb', text: bomb() },
  ]
}

function attributes(size: number): string {
  return Array.from({ length: size }, (_, index) => `a${index}="${index}"`).join(' ')
}

/** A feed with the bad part in its second item of three. */
function around(part: string): string {
  return `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Hostile</title><link>https://hostile.example/</link>
<item><title>Before</title><link>https://hostile.example/1</link></item>
<item><title>Bad</title><description>${part}</description></item>
<item><title>After</title><link>https://hostile.example/3</link></item>
</channel></rss>
`
}

/** Entities of entities of entities: a hundred million words, for those who write them out. */
function bomb(): string {
  const entities = Array.from(
    { length: 8 },
    (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
  )
  return around('&e8;').replace(
    '<rss',
    `<!DOCTYPE rss [<!ENTITY e0 "lamp">${entities.join('')}]>\n<rss`,
  )
}
