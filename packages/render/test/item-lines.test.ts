import { expect, test } from 'vitest'
import { authorsLine, leadCategory, paperDetails, repositoryDetails } from '../src/item-lines.ts'
import { movementMark } from '../src/movement-mark.ts'
import { papers } from './sample-sections.ts'

test('authors beyond the limit are counted, unless only one is', () => {
  expect(authorsLine([], 3)).toBeUndefined()
  expect(authorsLine(['A', 'B', 'C', 'D'], 3)).toBe('A, B, C, D')
  expect(authorsLine(['A', 'B', 'C', 'D', 'E'], 3)).toBe('A, B, C and 2 more')
})

test('a paper tells how it was announced, as far as known', () => {
  const [paper] = papers.items
  if (paper === undefined) throw new Error('the sample has papers')
  expect(paperDetails(paper)).toEqual(['Announced March 2, 2026 (new)', 'Also in cs.LG'])
  expect(paperDetails({ ...paper, announcedOn: undefined, categories: [] })).toEqual([
    'Announced (new)',
  ])
  const bare = { ...paper, announcedOn: undefined, announceType: undefined, categories: [] }
  expect(paperDetails({ ...bare, primaryCategory: undefined })).toEqual([])
  expect(leadCategory({ ...bare, primaryCategory: undefined })).toBeUndefined()
})

test('stars of a week are not called today’s', () => {
  const repository = {
    id: 'r',
    sourceId: 's',
    url: 'https://code.example/a/b',
    rank: 1,
    owner: 'a',
    name: 'b',
    stars: 0,
    starsGained: 1,
  }
  expect(repositoryDetails(repository, 'weekly')).toEqual(['0 stars', '1 star this week'])
  expect(repositoryDetails(repository, 'monthly')[1]).toBe('1 star this month')
})

test('a movement of unknown size has only its direction', () => {
  expect(movementMark({ kind: 'up' })).toEqual({ text: '▲', label: 'up' })
  expect(movementMark({ kind: 'down', rankBefore: 3 })).toEqual({
    text: '▼',
    label: 'down, from rank 3',
  })
})
