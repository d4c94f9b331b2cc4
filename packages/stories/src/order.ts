import type { Story } from './story.ts'

/** Milliseconds; `undefined` where the date is absent or no date. */
export function timeOf(story: Story): number | undefined {
  const time = story.publishedAt === undefined ? Number.NaN : Date.parse(story.publishedAt)
  return Number.isNaN(time) ? undefined : time
}

/** Earliest first, undated last; then by fields, so that the order of the input never matters. */
export function compareStories(a: Story, b: Story): number {
  return compareTimes(timeOf(a), timeOf(b)) || compareFields(a, b)
}

export function compareFields(a: Story, b: Story): number {
  for (const field of ['sourceId', 'id', 'url', 'title', 'outlet', 'publishedAt'] as const) {
    const [left, right] = [a[field] ?? '', b[field] ?? '']
    // Code units, not a locale: the same on every machine.
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

function compareTimes(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a - b
}
