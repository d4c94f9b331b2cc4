/** An RSS 2.0 feed shaped like a news site's, the same text for the same options. */
export function newsFeed(options: {
  items: number
  paragraphs: number
  escaped?: boolean
}): string {
  const items = Array.from({ length: options.items }, (_, index) => item(index, options))
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>The Nowhere Lantern</title>
<link>https://lantern.example/</link>
<atom:link href="https://lantern.example/feed" rel="self" type="application/rss+xml" />
<description>News of nowhere</description>
<language>en-us</language>
${items.join('\n')}
</channel>
</rss>
`
}

function item(
  index: number,
  { paragraphs, escaped = false }: { paragraphs: number; escaped?: boolean },
): string {
  const html = Array.from(
    { length: paragraphs },
    (_, n) =>
      `<p>Paragraph ${n} of story ${index} says <em>nothing</em> in <a href="/notes/${n}">forty words</a> &amp; a half; it goes on for as long as a paragraph does, and then it ends, as paragraphs do, with a stop.</p>\n<img src="https://images.example/${index}/${n}.jpg" alt="" width="640" height="360">`,
  ).join('\n')
  const body = escaped
    ? html.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;' })[c] ?? '&gt;')
    : `<![CDATA[${html}]]>`
  const day = String((index % 28) + 1).padStart(2, '0')
  return `<item>
<title>Story ${index}: the mayor&#8217;s lamp is out again</title>
<link>https://lantern.example/2026/02/${day}/story-${index}/</link>
<dc:creator><![CDATA[Ruth Okafor]]></dc:creator>
<pubDate>Sun, ${day} Feb 2026 10:${String(index % 60).padStart(2, '0')}:00 +0000</pubDate>
<category><![CDATA[Lamps]]></category>
<category><![CDATA[Mayors]]></category>
<guid isPermaLink="false">https://lantern.example/?p=${1000 + index}</guid>
<description><![CDATA[The lamp over the town hall has gone out for the ${index}th time &#8212; and nobody can say why.]]></description>
${paragraphs === 0 ? '' : `<content:encoded>${body}</content:encoded>`}
<media:thumbnail url="https://images.example/${index}/t.jpg" width="150" height="150" />
</item>`
}
