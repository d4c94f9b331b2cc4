import { expect, test } from 'vitest'
import { freezeIssue, type IssueDraft, issueProblems } from '../src/index.ts'
import { soundDraft } from './draft.ts'

function problemsOf(bend: (draft: IssueDraft) => void): string[] {
  const draft = soundDraft()
  bend(draft)
  return issueProblems({ ...draft, schemaVersion: 1 })
}

test('finds nothing wrong with a sound issue', () => {
  expect(problemsOf(() => {})).toEqual([])
})

test('a sentence that nothing supports', () => {
  expect(
    problemsOf((draft) =>
      draft.editorial.paragraphs[0]?.sentences.push({ text: 'So.', supports: [] }),
    ),
  ).toEqual(['nothing supports the sentence "So."'])
})

test('a sentence that cites what is not there, in a section as well', () => {
  const paragraphs = [{ sentences: [{ text: 'So.', supports: ['nowhere'] }] }]
  expect(
    problemsOf((draft) => {
      Object.assign(draft.sections[0] ?? {}, { commentary: { paragraphs, byline: 'x' } })
    }),
  ).toEqual(['"So." is supported by nowhere, which is no fact or item'])
})

test('a fact computed from what is not there', () => {
  expect(problemsOf((draft) => draft.facts[0]?.inputs.push('other@2026-01-01'))).toEqual([
    'fact board.leader: no snapshot, item or source other@2026-01-01 in this issue',
  ])
})

test('an id used twice', () => {
  expect(
    problemsOf((draft) => {
      draft.facts = draft.facts.flatMap((fact) => [fact, { ...fact, id: 'labs-1' }])
    }),
  ).toEqual(['id labs-1 is used twice'])
})

test('an item or section of a source that is not listed', () => {
  expect(
    problemsOf((draft) => {
      draft.sources = draft.sources.filter(({ id }) => id !== 'lab-a')
    }),
  ).toEqual(['labs-1: no source lab-a in this issue', 'labs: no source lab-a in this issue'])
})

test.for([
  ['a headline', 'labs-1', '2026-03-03T00:00:00.000Z'],
  ['a board', 'board', '2026-03-03'],
] as const)('%s dated after the issue', ([, id, at]) => {
  const problems = problemsOf((draft) => {
    for (const section of draft.sections) {
      if (section.kind === 'headlines' && id === 'labs-1') {
        for (const item of section.items) item.publishedAt = at
      }
      if (section.kind === 'leaderboard' && id === 'board' && section.board) {
        section.board.capturedAt = at
      }
    }
  })
  expect(problems).toEqual([`${id} is of ${at}, after the issue of 2026-03-02`])
})

test('a paper announced after the issue', () => {
  const problems = problemsOf((draft) => {
    for (const section of draft.sections) {
      if (section.kind !== 'papers') continue
      section.items.push({
        id: 'p1',
        sourceId: 'arxiv',
        url: 'https://arxiv.org/abs/2603.00001',
        title: 'A later paper',
        authors: [],
        categories: [],
        announcedOn: '2026-06-17',
      })
    }
  })
  expect(problems).toEqual(['p1 is of 2026-06-17, after the issue of 2026-03-02'])
})

test('freezing refuses an unsound issue', () => {
  const draft = soundDraft()
  draft.facts = []
  expect(() => freezeIssue(draft)).toThrow(/board\.leader, which is no fact or item/)
})

test('a row that moved, on a board without a baseline', () => {
  const problems = problemsOf((draft) => {
    for (const section of draft.sections) {
      if (section.kind !== 'leaderboard') continue
      for (const row of section.items) row.modelMovement = { kind: 'new' }
    }
  })
  expect(problems).toEqual(['board-a has moved, but its board has no baseline'])
})

test('a story also told by a source that is not listed', () => {
  expect(
    problemsOf((draft) => {
      for (const section of draft.sections) {
        if (section.kind !== 'headlines') continue
        for (const item of section.items) {
          item.also = [{ outlet: 'B', url: 'https://b.example/', sourceId: 'b' }]
        }
      }
    }),
  ).toEqual(['labs-1: no source b in this issue'])
})
