/** One invented paper, as all of the documents below tell it. */
export interface InventedPaper {
  id: string
  /** Submitted at so many minutes after 2026-01-01. */
  minute: number
  /** Its record changed on this day. */
  datestamp: string
}

/** So many papers, a minute apart, ten records a day. */
export function inventPapers(count: number, first = 0): InventedPaper[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `2601.${String(10_001 + first + index).padStart(5, '0')}`,
    minute: first + index,
    datestamp: new Date(Date.UTC(2026, 0, 1 + Math.floor((first + index) / 10)))
      .toISOString()
      .slice(0, 10),
  }))
}

export function submittedAt({ minute }: InventedPaper): string {
  return `${new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString().slice(0, 19)}Z`
}

/** An answer of the query API since November 2025. */
export function queryFeed(
  papers: readonly InventedPaper[],
  counts: { total: number; start: number; size: number },
): string {
  const entries = papers.map(
    (paper) => `<entry><id>http://arxiv.org/abs/${paper.id}v1</id><title>Paper ${paper.id}</title>
    <updated>${submittedAt(paper)}</updated><summary>On ${paper.id}.</summary>
    <category term="cs.SE" scheme="http://arxiv.org/schemas/atom"/><published>${submittedAt(paper)}</published>
    <arxiv:primary_category term="cs.SE"/><author><name>Ada Vale</name></author></entry>`,
  )
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id><title>arXiv Query: search_query=all:x&amp;id_list=&amp;start=${counts.start}</title>
  <updated>2026-01-13T18:30:58Z</updated>
  <opensearch:itemsPerPage>${counts.size}</opensearch:itemsPerPage>
  <opensearch:totalResults>${counts.total}</opensearch:totalResults>
  <opensearch:startIndex>${counts.start}</opensearch:startIndex>
${entries.join('\n')}
</feed>`
}

/** The daily feed of a category; `date` is a Tuesday or such, at midnight in New York in winter. */
export function dailyFeed(
  papers: readonly InventedPaper[],
  date: string,
  written: string = date,
): string {
  const rfc = (day: string, zone: string): string =>
    `${new Date(`${day}T00:00:00Z`).toUTCString().replace(' GMT', '')} ${zone}`
  const items = papers.map(
    ({ id }) => `<item><title>Paper ${id}</title><link>https://arxiv.org/abs/${id}</link>
<description>arXiv:${id}v1 Announce Type: new 
Abstract: On ${id}.</description><guid isPermaLink="false">oai:arXiv.org:${id}v1</guid><category>cs.SE</category>
<pubDate>${rfc(date, '-0500')}</pubDate><arxiv:announce_type>new</arxiv:announce_type><dc:creator>Ada Vale</dc:creator></item>`,
  )
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
<title>cs.SE updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.SE</link>
<lastBuildDate>${rfc(written, '+0000').replace('00:00:00', '05:00:02')}</lastBuildDate><pubDate>${rfc(date, '-0500')}</pubDate>
<skipDays><day>Saturday</day><day>Sunday</day></skipDays>
${items.join('\n')}
</channel></rss>`
}

/** A page of /list/cs.SE/new, or of /catchup, with a comment for each paper. */
export function listingPage(
  papers: readonly InventedPaper[],
  date: string,
  { total = papers.length, catchUp = false }: { total?: number; catchUp?: boolean } = {},
): string {
  const [day, dayOfMonth, month, year] = new Date(`${date}T00:00:00Z`).toUTCString().split(/,? /)
  const mailing = `${day}, ${Number(dayOfMonth)} ${month} ${year}`
  const items = papers.map(
    (
      { id },
      index,
    ) => `<dt><a name='item${index + 1}'>[${index + 1}]</a> <a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>
[<a href="/pdf/${id}" title="Download PDF">pdf</a>]</dt>
<dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span> Paper ${id}</div>
<div class='list-authors'><a href="https://arxiv.org/a/vale_a_1">Ada Vale</a></div>
<div class='list-comments mathjax'><span class='descriptor'>Comments:</span> ${index + 1} pages</div>
<div class='list-subjects'><span class='descriptor'>Subjects:</span> <span class="primary-subject">Software Engineering (cs.SE)</span></div>
<p class='mathjax'>On ${id}.</p></div></dd>`,
  )
  const heading = catchUp
    ? `<h1>Catchup results for Software Engineering on ${mailing}</h1>`
    : `<h1>Software Engineering</h1><h3>Showing new listings for ${mailing}</h3>`
  const body =
    papers.length === 0
      ? '<p>No updates today.</p>'
      : `<div class='paging'>Total of ${total} entries
</div>
<dl id='articles'><h3>New submissions (showing ${papers.length === total ? '' : 'first '}${papers.length} of ${total} entries)</h3>${items.join('\n')}</dl>`
  return `<!DOCTYPE html><html lang="en"><head><title>Software Engineering</title></head><body><div id='dlpage'>${heading}
<p>See <a href="/list/cs.SE/recent">recent</a> articles</p>
${body}</div></body></html>`
}

/** A page of records of OAI-PMH, in the format `arXivRaw` or `arXiv`. */
export function oaiPage(
  papers: readonly InventedPaper[],
  token?: string,
  deleted: readonly string[] = [],
): string {
  const records = papers.map(
    ({
      id,
      datestamp,
    }) => `<record><header${deleted.includes(id) ? ' status="deleted"' : ''}><identifier>oai:arXiv.org:${id}</identifier>
<datestamp>${datestamp}</datestamp><setSpec>cs:cs:SE</setSpec></header>${
      deleted.includes(id)
        ? ''
        : `<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>${id}</id><submitter>Ada Vale</submitter>
<version version="v1"><date>${new Date(`${datestamp}T00:00:00Z`).toUTCString()}</date><size>9kb</size></version>
<title>Paper ${id}</title><authors>Ada Vale</authors><categories>cs.SE</categories><abstract>On ${id}.</abstract></arXivRaw></metadata>`
    }</record>`,
  )
  return oaiAnswer(
    `<ListRecords>${records.join('\n')}${
      token === undefined
        ? ''
        : `<resumptionToken expirationDate='2026-01-14T00:00:00Z'>${token}</resumptionToken>`
    }</ListRecords>`,
  )
}

export function oaiError(code: string): string {
  return oaiAnswer(`<error code='${code}'>It is as it is. Reason: invented</error>`)
}

function oaiAnswer(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-13T12:00:00Z</responseDate>
<request verb="ListRecords" metadataPrefix="arXivRaw">https://oaipmh.arxiv.org/oai</request>${content}</OAI-PMH>`
}
