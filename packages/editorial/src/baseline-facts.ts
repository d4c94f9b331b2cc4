import type { Snapshot } from '@inference-report/leaderboard'
import type { BoardFact } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { longDate } from './dates.ts'

/** `the snapshot of May 28, 2026` */
export function sinceOf(capturedAt: string | undefined): string {
  const date = longDate(capturedAt)
  return date === undefined ? 'the previous snapshot, of unknown date' : `the snapshot of ${date}`
}

export function noBaseline({ name }: BoardOptions): BoardFact {
  const sentence = `This is the first snapshot of ${name} we hold, so nothing can be said yet about movement`
  return { kind: 'no-baseline', value: true, sentence }
}

export function incomparable(
  before: Snapshot | undefined,
  after: Snapshot,
  { name }: BoardOptions,
): BoardFact {
  const since = sinceOf(before?.capturedAt)
  return {
    kind: 'incomparable',
    value: before?.id ?? true,
    sentence: whyIncomparable(before, after, name, since),
  }
}

function whyIncomparable(
  before: Snapshot | undefined,
  after: Snapshot,
  name: string,
  since: string,
): string {
  const isSame = before?.series === after.series && before.metrics[0]?.key === after.metrics[0]?.key
  if (before !== undefined && !isSame) {
    return `What ${name} measures has changed since ${since}${changeOfSeries(before, after)}, so the two are not compared`
  }
  const isPartial = [before, after].some((snapshot) =>
    snapshot?.warnings.some(({ code }) => code === 'partial'),
  )
  return isPartial
    ? `Only a part of ${name} was read, now or for ${since}, so the two are not compared`
    : `No movement can be told on ${name}: it is not comparable with ${since}`
}

function changeOfSeries(before: Snapshot, after: Snapshot): string {
  if (before.version !== after.version && before.version && after.version) {
    return `, from version ${before.version} to version ${after.version}`
  }
  const [from, to] = [before, after].map(({ window }) => longDate(window?.to))
  return from === undefined || to === undefined || from === to
    ? ''
    : `, its tasks now reaching to ${to} instead of ${from}`
}
