import type { IssueDraft } from '../src/index.ts'

/** A small sound issue, one section of each kind, for tests to bend. */
export function soundDraft(): IssueDraft {
  return {
    publication: { name: 'The Example Gazette', language: 'en' },
    date: '2026-03-02',
    revision: 1,
    timeZone: 'UTC',
    window: { from: '2026-02-24T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' },
    sections: [
      {
        id: 'labs',
        kind: 'headlines',
        heading: 'AI Labs',
        allLabel: 'All labs',
        emptyText: 'No lab headlines.',
        state: 'ok',
        featured: 6,
        sourceIds: ['lab-a'],
        items: [
          {
            id: 'labs-1',
            sourceId: 'lab-a',
            url: 'https://lab-a.example/one',
            title: 'Lab A opens its weights',
            outlet: 'Lab A',
            publishedAt: '2026-03-02T09:00:00.000Z',
            authors: [],
            also: [],
          },
        ],
      },
      {
        id: 'papers',
        kind: 'papers',
        heading: 'Research Papers — Focused',
        allLabel: 'All papers',
        emptyText: 'No papers.',
        state: 'quiet',
        featured: 6,
        sourceIds: ['arxiv'],
        items: [],
      },
      {
        id: 'board',
        kind: 'leaderboard',
        heading: 'Example Board',
        badge: 'Score',
        allLabel: 'Full tables',
        emptyText: 'No benchmark data.',
        state: 'ok',
        featured: 5,
        sourceIds: ['board'],
        board: {
          board: 'example-board',
          series: 'example-board/1',
          snapshotId: 'example-board@2026-03-01',
          capturedAt: '2026-03-01',
          url: 'https://board.example/',
        },
        columns: [{ key: 'score', label: 'Score', format: 'score', front: true }],
        items: [
          {
            id: 'board-a',
            sourceId: 'board',
            url: 'https://board.example/',
            name: 'Model A (high)',
            model: 'Model A',
            modelRank: 1,
            effort: 'high',
            rank: 1,
            values: { score: 57.2 },
            flags: [],
          },
        ],
      },
    ],
    editorial: {
      paragraphs: [
        { sentences: [{ text: 'Model A leads with 57.2 points.', supports: ['board.leader'] }] },
      ],
      byline: 'The desk',
      writer: 'templates',
    },
    facts: [
      {
        id: 'board.leader',
        kind: 'leader',
        scope: 'board',
        unit: 'points',
        value: 57.2,
        inputs: ['example-board@2026-03-01', 'board-a'],
        sentence: 'Model A leads with 57.2 points.',
      },
    ],
    charts: [],
    sources: [source('lab-a', 'ok', 1), source('arxiv', 'quiet', 0), source('board', 'ok', 1)],
  }
}

function source(id: string, state: 'ok' | 'quiet', items: number): IssueDraft['sources'][number] {
  return {
    id,
    name: id,
    url: `https://${id}.example/feed`,
    state,
    capturedAt: '2026-03-02T10:00:00.000Z',
    status: 200,
    sha256: 'ab'.repeat(32),
    items,
    warnings: [],
  }
}
