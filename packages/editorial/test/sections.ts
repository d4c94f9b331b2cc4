import type {
  HeadlinesSection,
  PaperItem,
  PapersSection,
  RepositoriesSection,
  SourceState,
} from '@inference-report/issue'

const base = {
  allLabel: 'All',
  emptyText: 'None.',
  state: 'ok' as SourceState,
  featured: 5,
  sourceIds: ['source'],
}

export function headlines(
  outlets: readonly string[],
  fields: Partial<HeadlinesSection> = {},
): HeadlinesSection {
  const id = fields.id ?? 'labs'
  return {
    ...base,
    id,
    heading: 'AI Labs',
    kind: 'headlines',
    items: outlets.map((outlet, index) => ({
      id: `${id}-${index}`,
      sourceId: 'source',
      url: `https://news.example/${id}/${index}`,
      title: `Headline ${index} of ${id}`,
      outlet,
      publishedAt: '2026-08-19T10:00:00Z',
      authors: [],
      also: [],
    })),
    ...fields,
  }
}

export function papers(
  some: readonly Partial<PaperItem>[],
  fields: Partial<PapersSection> = {},
): PapersSection {
  return {
    ...base,
    id: 'papers',
    heading: 'Research Papers',
    kind: 'papers',
    items: some.map((paper, index) => ({
      id: `paper-${index}`,
      sourceId: 'source',
      url: `https://papers.example/${index}`,
      title: `On birds, part ${index}`,
      authors: [],
      categories: ['cs.SE'],
      primaryCategory: 'cs.SE',
      announceType: 'new',
      ...paper,
    })),
    ...fields,
  }
}

export function repositories(
  gains: readonly (number | undefined)[],
  fields: Partial<RepositoriesSection> = {},
): RepositoriesSection {
  return {
    ...base,
    id: 'trending',
    heading: 'Trending',
    kind: 'repositories',
    period: 'daily',
    items: gains.map((starsGained, index) => ({
      id: `repository-${index}`,
      sourceId: 'source',
      url: `https://code.example/flock/tern-${index}`,
      owner: 'flock',
      name: `tern-${index}`,
      rank: index + 1,
      starsGained,
    })),
    ...fields,
  }
}
