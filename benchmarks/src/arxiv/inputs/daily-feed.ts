import { escapeXml, type InventedPaper, inventPapers } from './invented-paper.ts'

const day = 'Mon, 13 Apr 2026 00:00:00 -0400'

/** A day's mailing as RSS 2.0, in raw TeX. */
export function dailyFeed(count: number): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
    <title>cs.SE updates on arXiv.org</title>
    <link>http://rss.arxiv.org/rss/cs.SE</link>
    <description>cs.SE updates on the arXiv.org e-print archive.</description>
    <atom:link href="http://rss.arxiv.org/rss/cs.SE" rel="self" type="application/rss+xml"/>
    <docs>http://www.rssboard.org/rss-specification</docs>
    <language>en-us</language>
    <lastBuildDate>Mon, 13 Apr 2026 04:00:02 +0000</lastBuildDate>
    <pubDate>${day}</pubDate>
    <skipDays>
      <day>Saturday</day>
      <day>Sunday</day>
    </skipDays>
${inventPapers(count).map(item).join('\n')}
  </channel>
</rss>`
}

const types = ['new', 'new', 'new', 'cross', 'replace', 'replace-cross']

function item(paper: InventedPaper, index: number): string {
  const { id, doi, journalRef } = paper
  const type = types[index % types.length] ?? 'new'
  const creators = paper.authors.map(({ first, last, affiliation }) =>
    escapeXml(`${first} ${last}${affiliation === undefined ? '' : ` (${affiliation})`}`),
  )
  return `    <item>
      <title>${escapeXml(paper.title)}</title>
      <link>https://arxiv.org/abs/${id}</link>
      <description>arXiv:${id}v1 Announce Type: ${type} 
Abstract: ${escapeXml(paper.abstract)}</description>
      <guid isPermaLink="false">oai:arXiv.org:${id}v1</guid>
${paper.categories.map((code) => `      <category>${code}</category>`).join('\n')}
      <pubDate>${day}</pubDate>
      <arxiv:announce_type>${type}</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>${doi === undefined ? '' : `\n      <arxiv:DOI>${doi}</arxiv:DOI>`}${journalRef === undefined ? '' : `\n      <arxiv:journal_reference>${journalRef}</arxiv:journal_reference>`}
      <dc:creator>${creators.join(', ')}</dc:creator>
    </item>`
}
