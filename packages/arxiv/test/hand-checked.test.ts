import { describe, expect, test } from 'vitest'
import type { Paper } from '../src/index.ts'
import { captured, missing, readPayload, suffix } from './captured.ts'

/** The beginning and the end of a text, and its length. */
type Ends = [length: number, start: string, end: string]

interface Row
  extends Pick<Paper, 'id' | 'version' | 'title' | 'submittedAt' | 'updatedAt' | 'dois'> {
  /** Names, by comma. */
  authors: string
  /** Codes, by space. */
  categories: string
  /** At most 60 characters of it. */
  comment: string | undefined
  /** At most 60 characters of it. */
  journalRef: string | undefined
  abstract: Ends
}

// Twenty of the 64 papers whose primary category is cs.SE. The values were read off the raw Atom of
// `api-atom/arxivpy-2026-*` as another program's XML reader prints it, one paper after the other, and what
// TeX they hold (an omega in 2306.03845, an \\emph in 1904.08007) was converted by hand.
const rows: readonly Row[] = [
  {
    id: '2405.13786',
    version: 1,
    title: 'Towards Explainable Test Case Prioritisation with Learning-to-Rank Models',
    submittedAt: '2024-05-22T16:11:45Z',
    updatedAt: '2024-05-22T16:11:45Z',
    authors: 'Aurora Ramírez, Mario Berrios, José Raúl Romero, Robert Feldt',
    categories: 'cs.SE cs.AI',
    comment: '3rd International Workshop on Artificial Intelligence in Sof',
    journalRef: 'Proc. 2023 IEEE International Conference on Software Testing',
    dois: ['10.1109/ICSTW58534.2023.00023'],
    abstract: [812, 'Test case prioritisation (TCP)', 'ut also on the relative ranks.'],
  },
  {
    id: '2202.12139',
    version: 1,
    title: 'Testing Deep Learning Models: A First Comparative Study of Multiple Testing Techniques',
    submittedAt: '2022-02-24T15:05:19Z',
    updatedAt: '2022-02-24T15:05:19Z',
    authors: 'Mohit Kumar Ahuja, Arnaud Gotlieb, Helge Spieker',
    categories: 'cs.SE cs.LG',
    comment: 'Artificial Intelligence in Software Testing 2022 workshop @ ',
    journalRef: 'Artificial Intelligence in Software Testing @ 2022 IEEE Inte',
    dois: ['10.1109/ICSTW55395.2022.00035'],
    abstract: [1116, 'Deep Learning (DL) has revolut', 'n VBS and discuss its results.'],
  },
  {
    id: '2005.14124',
    version: 2,
    title: 'Active Fuzzing for Testing and Securing Cyber-Physical Systems',
    submittedAt: '2020-05-28T16:19:50Z',
    updatedAt: '2020-07-16T08:15:48Z',
    authors: 'Yuqi Chen, Bohan Xuan, Christopher M. Poskitt, Jun Sun, Fan Zhang',
    categories: 'cs.SE cs.CR cs.LG',
    comment: 'Accepted by the ACM SIGSOFT International Symposium on Softw',
    journalRef: 'In Proc. ACM SIGSOFT International Symposium on Software Tes',
    dois: ['10.1145/3395363.3397376'],
    abstract: [1647, 'Cyber-physical systems (CPSs) ', 'ors and early warning systems.'],
  },
  {
    id: '2204.08348',
    version: 3,
    title: 'Automated Test Generation for REST APIs: No Time to Rest Yet',
    submittedAt: '2022-04-18T14:46:24Z',
    updatedAt: '2022-07-06T05:12:56Z',
    authors: 'Myeongsoo Kim, Qi Xin, Saurabh Sinha, Alessandro Orso',
    categories: 'cs.SE',
    comment: '13 pages, 6 figures, In Proceedings of the 31st ACM SIGSOFT ',
    journalRef: 'InProceedings of the 31st ACM SIGSOFT International Symposiu',
    dois: ['10.1145/3533767.3534401'],
    abstract: [1186, 'Modern web services routinely ', ' future research in this area.'],
  },
  {
    id: '2302.03287',
    version: 3,
    title: 'ChatGPT and Software Testing Education: Promises & Perils',
    submittedAt: '2023-02-07T06:41:02Z',
    updatedAt: '2023-03-11T21:03:09Z',
    authors: 'Sajed Jalil, Suzzana Rafi, Thomas D. LaToza, Kevin Moran, Wing Lam',
    categories: 'cs.SE cs.HC',
    comment: '2023 IEEE International Conference on Software Testing, Veri',
    journalRef: '2023 IEEE International Conference on Software Testing, Veri',
    dois: ['10.1109/ICSTW58534.2023.00078'],
    abstract: [1915, 'Over the past decade, predicti', 'T by students and instructors.'],
  },
  {
    id: '2306.03845',
    version: 1,
    title: 'ωTest: WebView-Oriented Testing for Android Applications',
    submittedAt: '2023-06-06T16:32:00Z',
    updatedAt: '2023-06-06T16:32:00Z',
    authors: 'Jiajun Hu, Lili Wei, Yepang Liu, Shing-Chi Cheung',
    categories: 'cs.SE',
    comment: 'Accepted by the 32nd ACM SIGSOFT International Symposium on ',
    journalRef: undefined,
    dois: ['10.1145/3597926.3598112'],
    abstract: [1529, 'WebView is a UI widget that he', 'firmed, 9 of which were fixed.'],
  },
  {
    id: '2104.11069',
    version: 1,
    title: 'Online GANs for Automatic Performance Testing',
    submittedAt: '2021-04-21T06:03:27Z',
    updatedAt: '2021-04-21T06:03:27Z',
    authors: 'Ivan Porres, Hergys Rexha, Sébastien Lafond',
    categories: 'cs.SE cs.LG cs.PF',
    comment: '5th International Workshop on Testing Extra-Functional Prope',
    journalRef: undefined,
    dois: [],
    abstract: [900, 'In this paper we present a nov', 'on of GANs to test generation.'],
  },
  {
    id: '1904.08007',
    version: 1,
    title: 'Metamorphic Testing for Quality Assurance of Protein Function Prediction Tools',
    submittedAt: '2019-04-16T23:01:33Z',
    updatedAt: '2019-04-16T23:01:33Z',
    authors:
      'Morteza Pourreza Shahri, Madhusudan Srinivasan, Gillian Reynolds, Diane Bimczok, Indika Kahanda, Upulee Kanewala',
    categories: 'cs.SE q-bio.QM',
    comment: '8 pages, First IEEE International Conference On Artificial I',
    journalRef: undefined,
    dois: [],
    abstract: [1176, 'Proteins are the workhorses of', ' quality of their predictions.'],
  },
  {
    id: '2202.09076',
    version: 1,
    title: 'Improving Test Automation Maturity: a Multivocal Literature Review',
    submittedAt: '2022-02-18T08:33:36Z',
    updatedAt: '2022-02-18T08:33:36Z',
    authors: 'Yuqing Wang, Mika V. Mäntylä, Zihao Liu, Jouni Markkula, Päivi Raulamo-jurvanen',
    categories: 'cs.SE',
    comment: 'Journal of Software: Testing, Verification and Reliability (',
    journalRef: undefined,
    dois: ['10.1002/stvr.1804'],
    abstract: [1558, 'Mature test automation is key ', ' further qualitative analysis.'],
  },
  {
    id: '2412.18843',
    version: 1,
    title: 'Improving the Readability of Automatically Generated Tests using Large Language Models',
    submittedAt: '2024-12-25T09:08:53Z',
    updatedAt: '2024-12-25T09:08:53Z',
    authors: 'Matteo Biagiola, Gianluca Ghislotti, Paolo Tonella',
    categories: 'cs.SE',
    comment: 'To be published in: 2025 IEEE Conference on Software Testing',
    journalRef: undefined,
    dois: ['10.1109/ICST62969.2025.10989020'],
    abstract: [1069, 'Search-based test generators a', 'egardless of the LLM employed.'],
  },
  {
    id: '2101.09077',
    version: 1,
    title: 'An Empirical Study of Flaky Tests in Python',
    submittedAt: '2021-01-22T12:23:19Z',
    updatedAt: '2021-01-22T12:23:19Z',
    authors: 'Martin Gruber, Stephan Lukasczyk, Florian Kroiß, Gordon Fraser',
    categories: 'cs.SE',
    comment: '11 pages, to be published in the Proceedings of the IEEE Int',
    journalRef: undefined,
    dois: ['10.1109/ICST49551.2021.00026'],
    abstract: [1488, 'Tests that cause spurious fail', 'rage would require 170 reruns.'],
  },
  {
    id: '1906.00673',
    version: 1,
    title:
      "Empirical Analysis of Factors and their Effect on Test Flakiness - Practitioners' Perceptions",
    submittedAt: '2019-06-03T09:52:26Z',
    updatedAt: '2019-06-03T09:52:26Z',
    authors: 'Azeem Ahmad, Ola Leifler, Kristian Sandahl',
    categories: 'cs.SE',
    comment: '12 Pages',
    journalRef: 'Software Testing, Verification & Reliability 2021',
    dois: ['10.1002/stvr.1791'],
    abstract: [1510, 'Developers always wish to ensu', 'pectively, among participants.'],
  },
  {
    id: '2509.05540',
    version: 1,
    title: 'Combining TSL and LLM to Automate REST API Testing: A Comparative Study',
    submittedAt: '2025-09-05T23:32:35Z',
    updatedAt: '2025-09-05T23:32:35Z',
    authors: 'Thiago Barradas, Aline Paes, Vânia de Oliveira Neves',
    categories: 'cs.SE cs.AI',
    comment: '10 pages, article computer science, software engineering, so',
    journalRef: 'SBES 2025 39th Brazilian Symposium on Software Engineering',
    dois: [],
    abstract: [1533, 'The effective execution of tes', 's based on API specifications.'],
  },
  {
    id: '2311.09714',
    version: 1,
    title:
      'A Survey of the Metrics, Uses, and Subjects of Diversity-Based Techniques in Software Testing',
    submittedAt: '2023-11-16T09:47:10Z',
    updatedAt: '2023-11-16T09:47:10Z',
    authors: 'Islam T. Elgendy, Robert M. Hierons, Phil McMinn',
    categories: 'cs.SE',
    comment: '58 pages, 7 figures, 9 tables, and uses PRIMEarxiv.sty',
    journalRef: 'Software Testing, Verification and Reliability, 35(2):e1914,',
    dois: ['10.1002/stvr.1914'],
    abstract: [1205, 'There has been a significant a', 'ential topics for future work.'],
  },
  {
    id: '1202.4527',
    version: 1,
    title: 'Study Paper on Test Case generation for GUI Based Testing',
    submittedAt: '2012-02-21T05:12:13Z',
    updatedAt: '2012-02-21T05:12:13Z',
    authors: 'A. Isabella, Emi Retna',
    categories: 'cs.SE',
    comment: 'GUI Testing, Test case generation',
    journalRef: 'International Journal of Software Engineering & Applications',
    dois: [],
    abstract: [903, 'With the advent of WWW and out', 'I based software applications.'],
  },
  {
    id: '1812.11470',
    version: 1,
    title:
      'A Systematic Literature Review of Automated Techniques for Functional GUI Testing of Mobile Applications',
    submittedAt: '2018-12-30T04:50:20Z',
    updatedAt: '2018-12-30T04:50:20Z',
    authors: 'Yauhen Leanidavich Arnatovich, Lipo Wang',
    categories: 'cs.SE',
    comment: 'GUI testing, Functional testing, Model-based, Mobile, System',
    journalRef: undefined,
    dois: [],
    abstract: [1831, 'Context. Multiple automated te', 'ques are not efficient enough.'],
  },
  {
    id: '2407.18756',
    version: 1,
    title: 'Evaluating Human Trajectory Prediction with Metamorphic Testing',
    submittedAt: '2024-07-26T14:10:14Z',
    updatedAt: '2024-07-26T14:10:14Z',
    authors: 'Helge Spieker, Nassim Belmecheri, Arnaud Gotlieb, Nadjib Lazaar',
    categories: 'cs.SE cs.AI',
    comment: "MET'24: 9th ACM International Workshop on Metamorphic Testin",
    journalRef: undefined,
    dois: ['10.1145/3679006.3685071'],
    abstract: [1236, 'The prediction of human trajec', 'eserving metamorphic relation.'],
  },
  {
    id: '2202.06271',
    version: 1,
    title: 'Model-based Testing of Scratch Programs',
    submittedAt: '2022-02-13T09:42:13Z',
    updatedAt: '2022-02-13T09:42:13Z',
    authors: 'Katharina Götz, Patric Feldmeier, Gordon Fraser',
    categories: 'cs.SE',
    comment: 'To appear at the IEEE International Conference on Software T',
    journalRef: undefined,
    dois: [],
    abstract: [1557, 'Learners are often introduced ', ': https://youtu.be/edgCNbGSGEY'],
  },
  {
    id: '2602.15552',
    version: 1,
    title: 'Latent Regularization in Generative Test Input Generation',
    submittedAt: '2026-02-17T12:57:17Z',
    updatedAt: '2026-02-17T12:57:17Z',
    authors: 'Giorgi Merabishvili, Oliver Weißl, Andrea Stocco',
    categories: 'cs.SE cs.LG',
    comment: 'Accepted for publication at the 7th International Workshop o',
    journalRef: undefined,
    dois: [],
    abstract: [790, 'This study investigates the im', 'g both diversity and validity.'],
  },
  {
    id: '1809.08100',
    version: 1,
    title: 'Accelerating Test Automation through a Domain Specific Language',
    submittedAt: '2018-09-21T13:38:31Z',
    updatedAt: '2018-09-21T13:38:31Z',
    authors: 'Anurag Dwarakanath, Dipin Era, Aditya Priyadarshi, Neville Dubash, Sanjay Podder',
    categories: 'cs.SE',
    comment: 'Accepted at 10th IEEE International Conference on Software T',
    journalRef: undefined,
    dois: ['10.1109/ICST.2017.52'],
    abstract: [1346, 'Test automation involves the a', 'ts from its usage in practice.'],
  },
]

function ends(text: string | undefined): Ends | undefined {
  return text === undefined ? undefined : [text.length, text.slice(0, 30), text.slice(-30)]
}

describe.skipIf(missing)(`papers checked by hand${suffix}`, () => {
  const papers = new Map(
    captured('api-atom')
      .filter((path) => path.includes('arxivpy-2026-q_'))
      .flatMap((path) => readPayload(path) ?? [])
      .map((paper) => [paper.id, paper]),
  )

  test.for(rows)('$id', (row) => {
    const paper = papers.get(row.id)
    expect({
      id: paper?.id,
      version: paper?.version,
      title: paper?.title,
      submittedAt: paper?.submittedAt,
      updatedAt: paper?.updatedAt,
      authors: paper?.authors.map(({ name }) => name).join(', '),
      categories: paper?.categories.join(' '),
      comment: paper?.comment?.slice(0, 60),
      journalRef: paper?.journalRef?.slice(0, 60),
      dois: paper?.dois,
      abstract: ends(paper?.abstract),
    }).toEqual(row)
    expect(paper).toMatchObject({
      url: `https://arxiv.org/abs/${row.id}`,
      primaryCategory: 'cs.SE',
      mscClasses: [],
      acmClasses: [],
      reportNumbers: [],
      history: [],
      from: {},
    })
    expect(paper).not.toHaveProperty('announcement')
    expect(paper).not.toHaveProperty('license')
    expect(paper).not.toHaveProperty('withdrawn')
  })
})

// A few of each other surface, read off the raw files.
test.skipIf(missing).for([
  [
    'rendered/oai/GetRecord-arXivRaw-1912.05434.xml',
    {
      version: 3,
      submitter: 'Greg Chance',
      submittedAt: '2019-12-11T16:41:29Z',
      updatedAt: '2020-02-14T10:46:48Z',
      dois: ['10.1109/AITEST49225.2020.00012'],
    },
  ],
  [
    'rendered/oai/GetRecord-oai_dc-1912.05434.xml',
    { categories: ['cs.MA'], submittedOn: '2019-12-11', updatedOn: '2020-02-14' },
  ],
  [
    'oai/paperhive-body-oaipmh-getrecord---should-get-a-record-0-200.xml',
    {
      id: '1412.8544',
      submittedOn: '2014-12-29',
      authors: [
        { name: 'Sander Uijlen', affiliations: ['Radboud Universiteit'] },
        { name: 'Bas Westerbaan', affiliations: ['Radboud Universiteit'] },
      ],
    },
  ],
  [
    'oai/hepcrawl-functional__arxiv__fixtures__http_server__records__arxiv-single.xml',
    { id: '1401.2122', submittedOn: '2014-01-09', updatedOn: '2017-10-23' },
  ],
  [
    'abs-raw/arxiv_0704.0615.abs',
    { version: 3, withdrawn: true, updatedAt: '2007-04-06T02:04:01Z', categories: ['q-bio.PE'] },
  ],
  [
    'abs-html/commonmeta-abs-1902.02534-2026-07-01-c0b6d36.html',
    {
      version: 2,
      submitter: 'Silvio Peroni',
      submittedAt: '2019-02-07T09:22:51Z',
      updatedAt: '2019-06-21T06:21:52Z',
      license: 'http://creativecommons.org/licenses/by/4.0/',
      withdrawn: false,
    },
  ],
  [
    'rendered/abs-html/abs-fs-0906.3336v1.html',
    { version: 1, updatedAt: '2009-06-18T02:19:29Z', mscClasses: ['35P15', '53C20'] },
  ],
  [
    'kaggle/arxiv-metadata-oai-snapshot.sample.jsonl',
    {
      id: '0704.0001',
      version: 2,
      submittedAt: '2007-04-02T19:18:42Z',
      reportNumbers: ['ANL-HEP-PR-07-12'],
    },
  ],
] as const)('%s', ([path, expected]) => {
  expect(readPayload(path)?.[0]).toMatchObject(expected)
})
