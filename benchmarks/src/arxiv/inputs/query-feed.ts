import { escapeXml, type InventedPaper, inventPapers } from './invented-paper.ts'

/** A page of the query API as it has been since November 2025: accents converted, mathematics left. */
export function queryFeed(count: number): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/AAAAAAAAAAAAAAAAAAAAAAAAAAA</id>
  <title>arXiv Query: search_query=cat:cs.SE&amp;id_list=&amp;start=0&amp;max_results=${count}</title>
  <updated>2026-04-13T18:30:58Z</updated>
  <link href="https://arxiv.org/api/query?search_query=cat:cs.SE&amp;start=0&amp;max_results=${count}&amp;id_list=" type="application/atom+xml"/>
  <opensearch:itemsPerPage>${count}</opensearch:itemsPerPage>
  <opensearch:totalResults>210000</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
${inventPapers(count).map(entry).join('\n')}
</feed>`
}

/** What arXiv's own conversion makes of the accents above. */
function converted(tex: string): string {
  return escapeXml(
    tex
      .replace(/\\"([ou])/g, (_, letter) => (letter === 'o' ? 'ö' : 'ü'))
      .replace("\\'e", 'é')
      .replace("\\'i", 'í'),
  )
}

function entry(paper: InventedPaper): string {
  const { id, at, doi, journalRef } = paper
  const authors = paper.authors.map(
    ({ first, last, affiliation }) => `    <author>
      <name>${converted(`${first} ${last}`)}</name>${affiliation === undefined ? '' : `\n      <arxiv:affiliation>${affiliation}</arxiv:affiliation>`}
    </author>`,
  )
  const categories = paper.categories.map(
    (code) => `    <category term="${code}" scheme="http://arxiv.org/schemas/atom"/>`,
  )
  return `  <entry>
    <id>http://arxiv.org/abs/${id}v1</id>
    <title>${converted(paper.title)}</title>
    <updated>${at}</updated>
    <link href="https://arxiv.org/abs/${id}v1" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${id}v1" rel="related" type="application/pdf" title="pdf"/>
    <summary>${converted(paper.abstract)}</summary>
${categories.join('\n')}
    <published>${at}</published>
    <arxiv:comment>${paper.comment}</arxiv:comment>
    <arxiv:primary_category term="cs.SE"/>${journalRef === undefined ? '' : `\n    <arxiv:journal_ref>${journalRef}</arxiv:journal_ref>`}
${authors.join('\n')}${doi === undefined ? '' : `\n    <arxiv:doi>${doi}</arxiv:doi>\n    <link rel="related" href="https://doi.org/${doi}" title="doi"/>`}
  </entry>`
}
