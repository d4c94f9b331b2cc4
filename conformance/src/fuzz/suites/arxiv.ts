import {
  parseAbstractPage,
  parseArxivId,
  parseDailyFeed,
  parseListing,
  parseMetadataLine,
  parseOai,
  parseQueryFeed,
  texToHtml,
  texToText,
} from '@inference-report/arxiv'
import { paperSchema as schema } from '@inference-report/arxiv/schema'
import { buffersOf, captures, readCorpus, readFiles, readFixtures } from '../seed-files.ts'
import type { Suite } from '../suite.ts'
import { type Pools, textSuite } from '../text-suite.ts'

const ids = [
  '2104.12255v1',
  'arXiv:0704.0017',
  'https://arxiv.org/abs/hep-th/9901001v2',
  'math.GT/0309136',
  'http://arxiv.org/pdf/1912.05434v3.pdf',
  'oai:arXiv.org:cs/0011004',
  'https://doi.org/10.48550/arXiv.2101.10016',
]

const tex = [
  'A $\\frac{1}{\\sqrt{2\\pi\\sigma^2}}$-law for $L_{p}^{q}$ and \\emph{all} of {\\bf it}',
  'Schr\\"odinger, Erd\\H{o}s, \\\'{E}cole, \\v{C}ech, \\ss, \\aa ngstr\\"om, na\\"{\\i}ve',
  '\\[\\sum_{i=1}^n x_i \\leq \\mathcal{O}(n\\log n)\\] \\cite{a} \\url{https://a.example/~b} 50\\% \\& <b>',
  '\\begin{equation}E=mc^2\\end{equation} \\href{https://a.example}{here} $$a^{b^{c^{d}}}$$ \\textbf{x',
  "$\\alpha\\beta \\in \\mathbb{R}^{n\\times m}$, \\text{where} $\\hat{x}\\to\\infty$ --- ``quoted''",
]

const dictionary = [
  ...[
    '\\frac{',
    '\\sqrt',
    '$',
    '$$',
    '\\(',
    '\\)',
    '{',
    '}',
    '^',
    '_',
    '\\',
    '\\\\',
    '~',
    '%',
    '&',
  ],
  ...[
    '\\emph{',
    '\\textbf{',
    '\\mathbb{',
    "\\'",
    '\\"',
    '\\c{',
    '\\begin{',
    '\\end{',
    '\\left',
    '\\right',
  ],
  ...[
    '<entry>',
    '</entry>',
    '<item>',
    '<arxiv:comment>',
    '<arxiv:doi>',
    '<opensearch:totalResults>',
  ],
  ...[
    '<OAI-PMH>',
    '<record>',
    '</record>',
    '<header status="deleted">',
    '<metadata>',
    '<resumptionToken>',
  ],
  ...[
    '<resumptionToken cursor="0" completeListSize="1">',
    '<versions>',
    '<version version="v1">',
    '<error code="badVerb">',
  ],
  ...[
    '<dt>',
    '<dd>',
    '<dl>',
    '<div class="list-title">',
    '<h3>',
    '<span class="descriptor">',
    '<div class="list-authors">',
  ],
  ...[
    '<td class="tablecell">',
    '<meta name="citation_author" content="',
    '<blockquote class="abstract">',
    '<div class="dateline">',
  ],
  ...[
    '<dc:creator>',
    '<arxiv:announce_type>',
    'replace-cross',
    'Abstract: ',
    'Title: ',
    '[v1]',
    'cs.LG',
    'math-ph',
    'q-alg',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&#0;',
    '&#x110000;',
    '&nbsp;',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
  ],
  ...[
    '2104.12255',
    'hep-th/9901001',
    'v0',
    'v99',
    '9913.00001',
    '/',
    ':',
    '"',
    ',',
    ' and ',
    '(',
    ')',
    ';',
    '\u00a0',
    '\u200b',
    '\ud800',
  ],
]

function readSeeds(corpus: string | undefined): Pools {
  const kinds = ['queries', 'dailies', 'listings', 'oai', 'abstracts', 'lines', 'ids', 'tex']
  if (corpus !== undefined) {
    const all = readCorpus(corpus)
    return Object.fromEntries(kinds.map((kind) => [kind, all]))
  }
  const folder = `${captures}/arxiv`
  const lines = readFiles(`${folder}/kaggle`, '*.jsonl', 2_000_000).flatMap((file) =>
    buffersOf(
      file
        .toString('utf8')
        .split('\n')
        .filter((line) => line.startsWith('{')),
    ),
  )
  const titles = lines.slice(0, 200).flatMap((line) => {
    const { title, abstract }: { title: string; abstract: string } = JSON.parse(
      line.toString('utf8'),
    )
    return buffersOf([title, abstract])
  })
  const record =
    '{"id":"0704.0001","submitter":"A. Example","authors":"A. Example, B. Else","title":"On $x$","comments":"3 pages","journal-ref":null,"doi":"10.1000/1","report-no":null,"categories":"hep-ph cs.LG","license":null,"abstract":"  We show $x$.\\n","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"}],"update_date":"2008-11-26","authors_parsed":[["Example","A.",""],["Else","B.","Jr."]]}'
  return {
    queries: [...readFixtures('arxiv', 'query-*.xml'), ...readFiles(`${folder}/api-atom`, '*.xml')],
    dailies: [
      ...readFixtures('arxiv', '{atom,rss}-*.xml'),
      ...readFiles(folder, '{feeds,rendered/feeds}/*.xml'),
    ],
    listings: [
      ...readFixtures('arxiv', 'listing*.html'),
      ...readFiles(folder, 'rendered/list-html/*.html'),
    ],
    oai: [
      ...readFixtures('arxiv', 'oai-*.xml'),
      ...readFiles(folder, '{oai,rendered/oai}/*.{xml,html}'),
    ],
    abstracts: [
      ...readFixtures('arxiv', 'abs*.html'),
      ...readFiles(folder, '{abs-html,rendered/abs-html}/*.html'),
    ],
    lines: [...buffersOf([record]), ...lines],
    ids: buffersOf(ids),
    tex: [...buffersOf(tex), ...titles],
  }
}

function papersOf(result: unknown): readonly unknown[] {
  const has = typeof result === 'object' && result !== null && 'papers' in result
  return has && Array.isArray(result.papers) ? result.papers : []
}

const papers = { schema, recordsOf: papersOf }

/** Every reader of `@inference-report/arxiv`. */
export const arxiv: Suite = textSuite({
  name: 'arxiv',
  noun: 'arXiv answers',
  dictionary,
  readSeeds,
  targets: {
    queryFeed: { weight: 3, seeds: 'queries', call: parseQueryFeed, ...papers },
    dailyFeed: { weight: 3, seeds: 'dailies', call: parseDailyFeed, ...papers },
    listing: { weight: 3, seeds: 'listings', call: parseListing, ...papers },
    oai: { weight: 3, seeds: 'oai', call: (xml) => parseOai(xml), ...papers },
    abstractPage: {
      weight: 2,
      seeds: 'abstracts',
      call: (html) => parseAbstractPage(html),
      schema,
    },
    metadataLine: { weight: 3, seeds: 'lines', call: (line) => parseMetadataLine(line), schema },
    arxivId: { weight: 1, seeds: 'ids', call: parseArxivId, mayRefuse: false },
    texToText: { weight: 2, seeds: 'tex', call: texToText, mayRefuse: false, isRecord: false },
    texToHtml: {
      weight: 2,
      seeds: 'tex',
      call: texToHtml,
      mayRefuse: false,
      isRecord: false,
      htmlOf: (result) => String(result),
    },
  },
})
