import type { Grades, Score } from './grader.ts'

const columns: readonly [string, (score: Score) => string][] = [
  ['requests', ({ requests }) => String(requests)],
  ['unconditional', ({ unconditional }) => String(unconditional)],
  ['of one URL', ({ unconditionalPerUrl }) => String(unconditionalPerUrl)],
  ['If-None-Match', ({ ifNoneMatch }) => grades(ifNoneMatch)],
  ['If-Modified-Since', ({ ifModifiedSince }) => grades(ifModifiedSince)],
  ['cookies', ({ cookies }) => String(cookies)],
  ['referrers', ({ referrers }) => String(referrers)],
  ['additions', ({ additions }) => String(additions)],
  [
    'least spacing',
    ({ minSpacingSeconds }) =>
      minSpacingSeconds === undefined ? '-' : `${minSpacingSeconds / 60} min`,
  ],
  ['too early', ({ tooEarly }) => String(tooEarly)],
]

export const scoreHead: readonly string[] = ['', ...columns.map(([title]) => title)]

/** One line of a table; validators as good / out of sequence / bogus. */
export function scoreRow(name: string, score: Score): string[] {
  return [name, ...columns.map(([, cell]) => cell(score))]
}

function grades({ good, outOfSequence, bogus }: Grades): string {
  return `${good}/${outOfSequence}/${bogus}`
}
