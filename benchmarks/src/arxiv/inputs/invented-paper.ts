/** What a document tells of one invented paper, in raw TeX. */
export interface InventedPaper {
  id: string
  title: string
  abstract: string
  authors: { first: string; last: string; affiliation?: string }[]
  categories: string[]
  comment: string
  journalRef?: string
  doi?: string
  /** ISO 8601 UTC. */
  at: string
}

const firsts = ['Ada', 'Wen', 'Mika V.', 'Chen', 'Olga', 'J.', 'Ida', 'Bo', 'Tom', "Ren\\'e"]
const lasts = [
  'Vale',
  'Moor',
  'Nord',
  'Zhao',
  'Petrova',
  'Quill',
  'Grey',
  'Build',
  'Lane',
  'M\\"uller',
]
const titles = [
  'Who Reviews the Reviewer? Agreement of Humans and Models on Code Review Comments',
  'On the Cost of Flaky Tests in Open Repositories',
  'Towards Repair of Build Scripts: An Empirical Study',
  'Mutation Testing of Solvers & Beyond',
]
const plain = [
  'Large code bases are changed every day, and nobody reads all of the changes.',
  'We study 4,000 review comments of twelve projects and ask whether they are acted upon.',
  'Our tool finds more defects than the best of its rivals, at a fraction of their cost.',
  'The results suggest that authors, reviewers and tools should agree before the review begins.',
  'We release the data, the scripts and a replication package at https://data.example/reviews.',
  'Practitioners were interviewed as well; they were of another opinion, as they often are.',
]
const mathematical = [
  'For $n = 4{,}000$ comments it finds 23.4\\% more, at $10^{-3}$ of the cost.',
  'For a graph $G = (V, E)$ with weights $w_{ij} \\le \\alpha$, the bound $\\mathcal{O}(|V| \\log |E|)$ is tight.',
]

/** The paper at a place: as long as those of arXiv are, and no two the same. */
function inventPaper(index: number): InventedPaper {
  const pick = <T>(list: readonly T[], step: number): T | undefined =>
    list[(index * step) % list.length]
  const count = 1 + ((index * 7) % 8)
  return {
    id: `2604.${String(10_001 + index).padStart(5, '0')}`,
    title: `${pick(titles, 1)}, Part ${index}`,
    abstract: [
      ...Array.from({ length: 13 }, (_, n) => plain[(index + n * 5) % plain.length]),
      // In the captured answers every eighth abstract has mathematics, in all of arXiv every fourth.
      ...(index % 4 === 0 ? mathematical : []),
      `This is study ${index}.`,
    ].join(' '),
    authors: Array.from({ length: count }, (_, n) => ({
      first: firsts[(index + n) % firsts.length] ?? '',
      last: lasts[(index * 3 + n) % lasts.length] ?? '',
      ...(index % 25 === 0 && { affiliation: 'University of Nowhere' }),
    })),
    categories: [
      'cs.SE',
      ...(index % 2 === 0 ? ['cs.AI'] : []),
      ...(index % 3 === 0 ? ['cs.LG'] : []),
    ],
    comment: `${8 + (index % 20)} pages, ${index % 9} figures, to appear at a conference`,
    ...(index % 8 === 0 && { journalRef: `Journal of Invented Results ${index} (2026), 1--26` }),
    ...(index % 5 === 0 && { doi: `10.5555/invented.${index}` }),
    at: `2026-04-${String(1 + (index % 28)).padStart(2, '0')}T${String(index % 24).padStart(2, '0')}:59:58Z`,
  }
}

export function inventPapers(count: number): InventedPaper[] {
  return Array.from({ length: count }, (_, index) => inventPaper(index))
}

/** Text of an element or attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
