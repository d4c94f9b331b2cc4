import type {
  HeadlineItem,
  HeadlinesSection,
  LeaderboardItem,
  LeaderboardSection,
  ModelsSection,
  PaperItem,
  PapersSection,
  RepositoriesSection,
  Section,
} from '@inference-report/issue'
import { hostile } from './hostile-text.ts'

export const labs: HeadlinesSection = {
  kind: 'headlines',
  id: 'labs',
  heading: 'AI Labs',
  allLabel: 'All labs',
  emptyText: 'No lab headlines.',
  state: 'quiet',
  note: 'Northlight Labs published nothing in this issue’s window.',
  featured: 6,
  sourceIds: ['northlight'],
  items: [],
}

const long =
  'The lab says that the weights may be used, changed and passed on by anyone, that the model reads text and images, and that its window holds two hundred thousand tokens. It gives neither the training data nor the cost of a run, and it names the tests on which an earlier model of its own was better.'

function headline(name: string, title: string, rest: Partial<HeadlineItem> = {}): HeadlineItem {
  return {
    id: `wire/${name}`,
    sourceId: 'courier',
    url: `https://courier.example/2026/03/${name}`,
    title,
    outlet: 'The Daily Courier',
    publishedAt: '2026-03-01T18:45:00Z',
    authors: [],
    also: [],
    ...rest,
  }
}

export const wire: HeadlinesSection = {
  kind: 'headlines',
  id: 'wire',
  heading: 'From the Wire',
  allLabel: 'All feeds',
  emptyText: 'No wire headlines.',
  state: 'ok',
  featured: 3,
  sourceIds: ['courier', 'gazette'],
  commentary: {
    byline: 'Sloane Duvall',
    paragraphs: [
      {
        sentences: [
          { text: 'Open weights are the story of the day.', supports: ['wire/weights'] },
          { text: 'Four outlets carried it.', supports: ['wire/weights'] },
        ],
      },
    ],
  },
  items: [
    headline('weights', 'Northlight opens the weights of its smallest model', {
      summary: long,
      authors: ['R. Vance', 'Ida Moor'],
      also: [
        { outlet: 'Gazette', url: 'https://gazette.example/a?b=1&c=2', sourceId: 'gazette' },
        { outlet: 'Evening | Post', url: 'https://post.example/x_(y)', sourceId: 'courier' },
      ],
    }),
    headline('hostile', hostile.title, { outlet: hostile.outlet, summary: hostile.summary }),
    headline('dated', 'A chip plant on the coast doubles its shifts', {
      dateOnly: true,
      publishedAt: '2026-02-28T00:00:00Z',
      summary: 'The plant will run through the night from April.',
    }),
    headline('inside', '1. Only on the inside page', { url: 'https://courier.example/in side' }),
  ],
}

const abstracts = [
  'How long can a coding agent work before it repeats itself? We let nine agents maintain forty repositories for a simulated year and count the changes that undo an earlier change of the same agent. The median agent starts to undo its own work after 61 commits, sooner in repositories without tests. A summary of its own history delays this by a third; a larger window alone does not. We publish the traces, the harness and the repositories as they stood before and after.',
  'Code review by language models is mostly judged by whether people agree with a comment, not by whether the comment prevents a defect. We follow 12,400 comments on 31 projects for eighteen months. Comments that quote a failing input are acted on five times as often as those that name a principle, and only the former are associated with fewer defects later. We discuss what this means for how such tools should be tuned.',
  'We describe a small language for stating what a build must not do: read outside its folder, open a socket, depend on the clock. A checker for it finds 212 violations in 90 popular packages; maintainers confirmed 170 of them. The language has eleven rules and fits on one page.',
]

function paper(name: string, title: string, rest: Partial<PaperItem> = {}): PaperItem {
  const at = name.length % abstracts.length
  return {
    id: `paper/${name}`,
    sourceId: 'papers',
    url: `https://arxiv.example/abs/2603.${name}`,
    title,
    abstract: abstracts[at],
    authors: ['Ada Lin', 'B. Okafor', 'Chiara Rossi', 'D. Wu', 'Eva Novák', 'F. Ito'],
    primaryCategory: 'cs.SE',
    categories: ['cs.SE', 'cs.LG'],
    announcedOn: '2026-03-02',
    announceType: 'new',
    ...rest,
  }
}

export const papers: PapersSection = {
  kind: 'papers',
  id: 'papers',
  heading: 'Research Papers — Focused',
  allLabel: 'All papers',
  emptyText: 'No papers.',
  state: 'ok',
  featured: 6,
  sourceIds: ['papers'],
  items: [
    paper('stamina', 'How Long Does an Agent Keep Working? Stamina in Repository Maintenance'),
    paper('review', 'Which Review Comments Prevent Defects?', { authors: ['Solo Author'] }),
    paper('hermetic', 'A One-Page Language for Hermetic Builds', {
      comment: '12 pages, 3 figures',
    }),
    paper('costs', 'Estimating p < 0.05 $\\pm$ nothing_at_all in *Test* Selection'),
    paper('mutants', 'Mutation Testing at the Price of a Unit Test'),
    paper('types', 'Do Types Help Language Models?', { abstract: undefined, authors: [] }),
    paper('seventh', 'The Seventh Paper Is Only Inside', { announceType: 'cross' }),
  ],
}

type Row = Partial<LeaderboardItem> & { slug: string; name: string }

function row({ slug, ...rest }: Row): LeaderboardItem {
  return {
    id: `harbor/${slug}`,
    sourceId: 'harbor',
    url: `https://harbor.example/models/${slug}`,
    model: rest.name.replace(/ \(.*\)$/, ''),
    values: {},
    flags: [],
    ...rest,
    modelMovement: rest.modelRank === undefined ? undefined : rest.movement,
  }
}

export const harbor: LeaderboardSection = {
  kind: 'leaderboard',
  id: 'harbor',
  heading: 'Harbor Analysis',
  badge: 'Harbor Index',
  subtitle: 'Composite score across coding, math, and reasoning',
  allLabel: 'Full tables',
  emptyText: 'No benchmark data.',
  state: 'ok',
  featured: 5,
  sourceIds: ['harbor'],
  board: {
    board: 'harbor',
    series: 'harbor/4',
    snapshotId: 'harbor@2026-02-27',
    version: '4.1',
    window: { from: '2026-01-01', to: '2026-02-15' },
    capturedAt: '2026-02-27T12:30:00Z',
    url: 'https://harbor.example/models',
    attribution: { text: 'Data: Harbor Analysis', url: 'https://harbor.example/terms' },
    baseline: { snapshotId: 'harbor@2026-02-20', capturedAt: '2026-02-20T12:30:00Z' },
  },
  columns: [
    { key: 'score', label: 'Score', format: 'score', front: true },
    { key: 'speed', label: 'tok/s', format: 'integer', front: true },
    {
      key: 'price',
      label: '$/1M',
      format: 'usd',
      description: 'USD per million tokens, three input to one output',
      derived: true,
      front: true,
    },
    { key: 'resolved', label: 'Resolved', format: 'percent', front: false },
    { key: 'tokens', label: 'Tokens', format: 'integer', front: false },
  ],
  items: [
    row({
      slug: 'lumen-4',
      name: 'Lumen 4 (xhigh)',
      effort: 'xhigh',
      organization: 'Northlight',
      rank: 1,
      modelRank: 1,
      values: { score: 57.2, speed: 82.4, price: 4.5, resolved: 62.7, tokens: 2_120_660 },
      movement: { kind: 'up', rankBefore: 4, rankChange: 3, scoreChange: 1.4 },
    }),
    row({
      slug: 'lumen-4-high',
      name: 'Lumen 4 (high)',
      organization: 'Northlight',
      rank: 2,
      values: { score: 55.5, price: 3.1 },
      movement: { kind: 'same', rankBefore: 2, rankChange: 0, scoreChange: 0 },
    }),
    row({
      slug: 'quarry-2',
      name: 'Quarry 2',
      organization: 'Stonework',
      rank: 3,
      modelRank: 2,
      values: { score: 54, speed: 74, price: 2 },
      movement: { kind: 'down', rankBefore: 2, rankChange: -1, scoreChange: -0.4 },
    }),
    row({
      slug: 'opal',
      name: hostile.model,
      rank: 4,
      modelRank: 3,
      values: { score: 53, price: 10, resolved: 65 },
      flags: ['estimated', 'external'],
      movement: { kind: 'new' },
    }),
    row({
      slug: 'reed-9',
      name: 'Reed 9',
      rank: 5,
      modelRank: 4,
      values: { score: 51.7, speed: 29, price: 0.004 },
      movement: { kind: 'same', rankBefore: 5, rankChange: 0 },
    }),
    row({
      slug: 'tern',
      name: 'Tern Mini',
      rank: 6,
      modelRank: 5,
      values: { score: 51.25, speed: 1063 },
      movement: { kind: 'same' },
    }),
    row({ slug: 'unscored', name: 'Ulex Preview', values: { price: 1_234.5 } }),
  ],
}

export const lagoon: LeaderboardSection = {
  ...harbor,
  id: 'lagoon',
  heading: 'Lagoon Arena',
  badge: undefined,
  subtitle: 'Blind votes between two answers',
  state: 'stale',
  note: 'The board has not been captured for 24 days; what follows is its last known state.',
  sourceIds: ['lagoon'],
  board: {
    board: 'lagoon',
    series: 'lagoon/1',
    snapshotId: 'lagoon@2026-02-06',
    capturedAt: '2026-02-06',
    url: 'https://lagoon.example/board',
  },
  columns: [{ key: 'elo', label: 'Elo', format: 'integer', front: true }],
  items: [
    {
      ...row({ slug: 'only', name: 'Lumen 4', rank: 1, modelRank: 1, values: { elo: 1442 } }),
      id: 'lagoon only',
      sourceId: 'lagoon',
      url: 'https://lagoon.example/board',
    },
  ],
}

export const breakwater: LeaderboardSection = {
  kind: 'leaderboard',
  id: 'breakwater',
  heading: 'Breakwater Bench',
  subtitle: 'Agentic coding on real-world software engineering tasks',
  allLabel: 'Full tables',
  emptyText: 'No benchmark data.',
  state: 'failed',
  featured: 5,
  sourceIds: ['breakwater'],
  columns: [{ key: 'resolved', label: 'Resolved', format: 'percent', front: true }],
  items: [],
}

const trending: RepositoriesSection = {
  kind: 'repositories',
  id: 'trending',
  heading: 'Trending',
  allLabel: 'All repositories',
  emptyText: 'No trending repositories.',
  state: 'drift',
  note: 'The page changed: stars of the day are missing for some repositories.',
  featured: 2,
  sourceIds: ['trending'],
  period: 'daily',
  items: [
    {
      id: 'repo/tidewater/kiln',
      sourceId: 'trending',
      url: 'https://code.example/tidewater/kiln',
      rank: 1,
      owner: 'tidewater',
      name: 'kiln',
      description: 'A build system that explains each step it takes.',
      language: 'Rust',
      stars: 12_345,
      forks: 321,
      starsGained: 678,
    },
    {
      id: 'repo/marsh/heron',
      sourceId: 'trending',
      url: 'https://code.example/marsh/heron',
      rank: 2,
      owner: 'marsh',
      name: 'heron',
      stars: 1,
    },
    {
      id: 'repo/marsh-heron',
      sourceId: 'trending',
      url: 'https://code.example/marsh/heron-2',
      rank: 3,
      owner: 'marsh',
      name: 'heron-2',
    },
  ],
}

const models: ModelsSection = {
  kind: 'models',
  id: 'models',
  heading: 'Model Reference',
  allLabel: 'All models',
  emptyText: 'No models.',
  state: 'ok',
  featured: 1,
  sourceIds: ['reference'],
  items: [
    {
      id: 'model/lumen-4',
      sourceId: 'reference',
      url: 'https://cards.example/lumen-4',
      name: 'Lumen 4',
      organization: 'Northlight',
      openWeights: false,
      inputModalities: ['text', 'image'],
      contextWindowTokens: 200_000,
      releasedOn: '2026-02-11',
    },
    {
      id: 'model/quarry-2',
      sourceId: 'reference',
      url: 'https://cards.example/quarry-2',
      name: 'Quarry 2',
      openWeights: true,
      inputModalities: [],
    },
  ],
}

export const sampleSections: Section[] = [
  labs,
  wire,
  papers,
  harbor,
  lagoon,
  breakwater,
  trending,
  models,
]
