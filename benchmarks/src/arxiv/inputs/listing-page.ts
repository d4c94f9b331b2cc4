import { escapeXml, type InventedPaper, inventPapers } from './invented-paper.ts'

/** A page of arxiv.org/list/cs.SE/new, with arXiv's own uneven markup. */
export function listingPage(count: number): string {
  const papers = inventPapers(count)
  const half = Math.ceil(count / 2)
  const section = (
    name: string,
    part: readonly InventedPaper[],
    first: number,
  ): string => `<dl id='articles'>
    <h3>${name} (showing ${part.length} of ${part.length} entries)</h3>
${part.map((paper, index) => item(paper, first + index)).join('\n')}
</dl>`
  return `<!DOCTYPE html>
<html lang="en">
<head><title>Software Engineering  </title>
<link rel="stylesheet" type="text/css" media="screen" href="https://static.example/base.css" />
<script type="text/javascript">window.nothing = 1 < 2 && "</div>";</script></head>
<body class="with-cu-identity">
<header><a href="/">arXiv</a> &gt; <a href="/list/cs.SE/recent">cs.SE</a></header>
<main>
<div id="content">
<div id='content-inner'>
<div id='dlpage'>
  <h1>Software Engineering</h1>
<ul>
  <li><a href="#item0">New submissions</a></li>
  <li><a href="#item${half + 1}">Cross-lists</a></li>
</ul>
<p>See <a id="recent-cs.SE" aria-labelledby="recent-cs.SE" href="/list/cs.SE/recent">recent</a> articles</p>
<h3>Showing new listings for Monday, 13 April 2026</h3>
<div class='paging'>Total of ${count} entries 
    </div>
<div class='morefewer'>Showing up to 2000 entries per page: <a href=/list/cs.SE/new?skip=0&amp;show=1000 rel="nofollow">fewer</a></div>
${section('New submissions', papers.slice(0, half), 1)}
${section('Cross submissions', papers.slice(half), half + 1)}
</div></div></div></main>
</body>
</html>`
}

function item(paper: InventedPaper, number: number): string {
  const { id, journalRef } = paper
  const authors = paper.authors.map(
    ({ first, last }) =>
      `<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${encodeURIComponent(last)},+${first.charAt(0)}">${first} ${last}</a>`,
  )
  const subjects = paper.categories
    .slice(1)
    .map(
      (code) => `; ${code === 'cs.AI' ? 'Artificial Intelligence' : 'Machine Learning'} (${code})`,
    )
  return `    <dt>
      <a name='item${number}'>[${number}]</a>
      <a href ="/abs/${id}" title="Abstract" id="${id}">
        arXiv:${id}
      </a>
        [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}" aria-labelledby="pdf-${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v1" title="View HTML" id="html-${id}" aria-labelledby="html-${id}" rel="noopener noreferrer" target="_blank">html</a>, <a href="/format/${id}" title="Other formats" id="oth-${id}" aria-labelledby="oth-${id}">other</a>]
    </dt>
    <dd>
      <div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          ${escapeXml(paper.title)}
        </div>
        <div class='list-authors'>${authors.join(', ')}</div>
        <div class='list-comments mathjax'><span class='descriptor'>Comments:</span>
          ${paper.comment}
        </div>${
          journalRef === undefined
            ? ''
            : `
        <div class='list-journal-ref'><span class='descriptor'>Journal-ref:</span>
          ${journalRef}
        </div>`
        }
        <div class='list-subjects'><span class='descriptor'>Subjects:</span>
          <span class="primary-subject">Software Engineering (cs.SE)</span>${subjects.join('')}
        </div>
        <p class='mathjax'>
          ${escapeXml(paper.abstract)}
        </p>
      </div>
    </dd>`
}
