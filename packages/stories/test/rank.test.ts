import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Story } from '../src/index.ts'
import { clusterStories, rankStories } from '../src/index.ts'

function story(id: string, publishedAt: string | undefined, outlet = 'One', url = id): Story {
  return {
    id,
    url: `https://news.example/${url}`,
    title: id,
    publishedAt,
    outlet,
    sourceId: outlet,
  }
}

const clusters = clusterStories([
  story('old', '2026-08-18T00:00:00Z'),
  story('old-too', '2026-08-19T12:00:00Z', 'Two', 'old'),
  story('new', '2026-08-20T00:00:00Z'),
  story('undated', undefined),
  story('same-time', '2026-08-20T00:00:00Z', 'Another'),
])

test('newest first, undated last, ties by source', () => {
  expect(rankStories(clusters).map(({ primary }) => primary.id)).toEqual([
    'same-time',
    'new',
    'old',
    'undated',
  ])
})

test('corroborated first where asked', () => {
  const ranked = rankStories(clusters, { order: 'corroborated' })
  expect(ranked.map(({ primary }) => primary.id)).toEqual(['old', 'same-time', 'new', 'undated'])
})

test('one outlet that tells a story twice does not corroborate itself', () => {
  const twice = clusterStories([
    story('a', '2026-08-18T00:00:00Z'),
    story('b', '2026-08-18T01:00:00Z', 'one ', 'a'),
    story('c', '2026-08-19T00:00:00Z'),
  ])
  const ranked = rankStories(twice, { order: 'corroborated' })
  expect(ranked.map(({ primary }) => primary.id)).toEqual(['c', 'a'])
})

test('does not depend on the order of the clusters, and leaves them alone', () => {
  const whole = { minLength: clusters.length, maxLength: clusters.length }
  fc.assert(
    fc.property(fc.shuffledSubarray(clusters, whole), (shuffled) => {
      const before = [...shuffled]
      expect(rankStories(shuffled)).toEqual(rankStories(clusters))
      expect(shuffled).toEqual(before)
    }),
  )
})
