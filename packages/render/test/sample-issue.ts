import type { Issue, IssueDraft } from '@inference-report/issue'
import { freezeIssue } from '@inference-report/issue'
import { sampleSections } from './sample-sections.ts'

const sentence = (text: string, ...supports: string[]) => ({ text, supports })

/** An issue with every kind of section and every state; all of it invented. */
export const sampleDraft: IssueDraft = {
  publication: {
    name: 'The Inference Report',
    url: 'https://inference.example/',
    language: 'en',
    notice: 'This is a sample issue. Nothing in it happened.',
  },
  date: '2026-03-02',
  revision: 2,
  timeZone: 'UTC',
  window: { from: '2026-02-23T00:00:00Z', to: '2026-03-03T00:00:00Z' },
  previous: { date: '2026-03-01', revision: 1, hash: 'a'.repeat(64) },
  sections: sampleSections,
  editorial: {
    byline: 'Grant Calloway',
    writer: 'templates',
    paragraphs: [
      {
        sentences: [
          sentence('The Harbor Index has a new leader in Lumen 4.', 'harbor.leader'),
          sentence(
            'It stands at 57.2 points, three places above where the board of February 20 had it, and the two models behind it are within four points of each other.',
            'harbor.leader',
            'harbor/lumen-4',
          ),
          sentence(
            'Prices tell another story: the second model on the list costs less than half of the first, and no row of the board gives a speed for the third.',
            'harbor/quarry-2',
          ),
        ],
      },
      {
        sentences: [
          sentence(
            'On the wire, Northlight Labs opened the weights of its smallest model, a story that four outlets carried within a day.',
            'wire/weights',
          ),
          sentence(
            'The lab gives neither the training data nor the cost of a run, and says so in the first paragraph of its announcement.',
            'wire/weights',
          ),
        ],
      },
      {
        sentences: [
          sentence(
            'Research turns to the software that agents write: six of today’s papers are in cs.SE, and the longest of them asks how long an agent keeps working before it repeats itself.',
            'paper/stamina',
          ),
          sentence('The agentic board could not be read today.', 'breakwater.failed'),
        ],
      },
    ],
  },
  facts: [
    {
      id: 'harbor.leader',
      kind: 'leader',
      scope: 'harbor',
      value: 'Lumen 4',
      inputs: ['harbor@2026-02-27'],
      sentence: 'Lumen 4 leads the Harbor Index with 57.2 points.',
    },
    {
      id: 'breakwater.failed',
      kind: 'source-failed',
      scope: 'breakwater',
      value: true,
      inputs: ['breakwater'],
      sentence: 'Breakwater Bench could not be read.',
    },
  ],
  charts: [
    {
      id: 'harbor-leaders',
      title: 'Leaders of the Harbor Index',
      unit: 'points',
      series: [
        {
          name: 'Lumen 4',
          points: [
            { on: '2026-02-20', value: 55.8 },
            { on: '2026-02-27', value: 57.2 },
          ],
        },
        { name: 'Quarry 2', points: [{ on: '2026-02-27', value: 54 }] },
      ],
      inputs: ['harbor@2026-02-27'],
    },
  ],
  sources: [
    {
      id: 'northlight',
      name: 'Northlight Labs',
      url: 'https://northlight.example/feed.xml',
      state: 'quiet',
      capturedAt: '2026-03-02T05:00:00Z',
      status: 200,
      sha256: 'b'.repeat(64),
      items: 0,
      warnings: [],
    },
    {
      id: 'courier',
      name: 'The Daily Courier',
      url: 'https://courier.example/ai.rss',
      state: 'ok',
      capturedAt: '2026-03-02T05:00:01Z',
      status: 200,
      items: 4,
      warnings: [{ code: 'undated-items', message: '2 items without a date were left out.' }],
    },
    {
      id: 'gazette',
      name: 'Gazette',
      url: 'https://gazette.example/atom.xml',
      state: 'failed',
      reason: 'The server answered 503 three times.',
      status: 503,
      items: 0,
      warnings: [],
    },
    {
      id: 'papers',
      name: 'arXiv cs.SE',
      url: 'https://arxiv.example/list/cs.SE',
      state: 'ok',
      capturedAt: '2026-03-02',
      items: 7,
      warnings: [],
    },
    {
      id: 'harbor',
      name: 'Harbor Index',
      url: 'https://harbor.example/models',
      state: 'ok',
      capturedAt: '2026-02-27T12:30:00Z',
      items: 7,
      warnings: [],
    },
    {
      id: 'lagoon',
      name: 'Lagoon Arena',
      url: 'https://lagoon.example/board',
      state: 'stale',
      reason: 'The newest copy is 24 days older than the issue.',
      capturedAt: '2026-02-06',
      items: 1,
      warnings: [],
    },
    {
      id: 'breakwater',
      name: 'Breakwater Bench',
      url: 'https://breakwater.example/',
      state: 'failed',
      reason: 'The connection was closed before the page was complete.',
      items: 0,
      warnings: [{ code: 'fallback-failed', message: 'The mirror did not answer either.' }],
    },
    {
      id: 'trending',
      name: 'Trending',
      url: 'https://code.example/trending',
      state: 'drift',
      reason: 'The page gives no stars of the day where it always did.',
      capturedAt: '2026-03-02T04:55:00Z',
      items: 3,
      warnings: [],
    },
    {
      id: 'reference',
      name: 'Model cards',
      url: 'https://cards.example/models.json',
      state: 'ok',
      capturedAt: '2026-03-01',
      items: 2,
      warnings: [],
    },
  ],
}

/** The sample, with parts of its draft replaced. */
export function sampleIssue(changes: Partial<IssueDraft> = {}): Issue {
  return freezeIssue({ ...sampleDraft, ...changes })
}
