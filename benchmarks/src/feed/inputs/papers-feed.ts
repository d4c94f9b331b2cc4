/** An Atom feed shaped like a search of a paper archive: many short elements, several authors an entry. */
export function papersFeed(entries: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
<title type="html">Papers of nowhere</title>
<id>https://papers.example/query</id>
<link href="https://papers.example/query" rel="self" type="application/atom+xml"/>
<updated>2026-02-20T00:00:00-05:00</updated>
${Array.from({ length: entries }, (_, index) => entry(index)).join('\n')}
</feed>
`
}

function entry(index: number): string {
  const id = `2602.${String(10_000 + index)}`
  const day = String((index % 28) + 1).padStart(2, '0')
  const authors = Array.from(
    { length: 1 + (index % 7) },
    (_, n) => `<author><name>Author ${n} of ${index}</name></author>`,
  )
  return `<entry>
<id>http://papers.example/abs/${id}v1</id>
<updated>2026-02-${day}T17:59:59Z</updated>
<published>2026-02-${day}T17:59:59Z</published>
<title>On the ${index}th lamp of a town hall, and its
  darkness</title>
<summary>  We study the lamp over a town hall &amp; ask whether it burns for $n &gt; ${index}$ nights. ${'The lamp was lit, watched, and found dark again before the morning came to the town. '.repeat(10)}
</summary>
${authors.join('\n')}
<arxiv:comment>${index} pages, 4 figures</arxiv:comment>
<link href="http://papers.example/abs/${id}v1" rel="alternate" type="text/html"/>
<link title="pdf" href="http://papers.example/pdf/${id}v1" rel="related" type="application/pdf"/>
<arxiv:primary_category term="cs.LA" scheme="http://arxiv.org/schemas/atom"/>
<category term="cs.LA" scheme="http://arxiv.org/schemas/atom"/>
<category term="cs.TH" scheme="http://arxiv.org/schemas/atom"/>
</entry>`
}
