import type { Corpus } from './check.ts'
import type { Score } from './run-corpora.ts'

function grid(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function sum<T>(all: readonly T[], value: (one: T) => number): number {
  return all.reduce((total, one) => total + value(one), 0)
}

function cellOf({ passed, total }: { passed: number; total: number }): string {
  const percent = total === 0 ? '–' : `${((100 * passed) / total).toFixed(1)} %`
  return `${passed}/${total} ${percent}`
}

function troubleOf({ throws, hangs }: Score): string {
  return hangs > 0 ? `${throws} + ${hangs} hang` : String(throws)
}

/** Checks passed, and below them the inputs that threw or hung, one column per parser. */
export function renderTable(scores: readonly Score[], corpora: readonly Corpus[]): string {
  const parsers = [...new Set(scores.map(({ parser }) => parser))]
  const scoreOf = (corpus: string, parser: string) =>
    scores.find((score) => score.corpus === corpus && score.parser === parser)
  const rowsOf = (cell: (score: Score) => string) =>
    corpora.map(({ name }) => [
      name,
      ...parsers.map((parser) => {
        const score = scoreOf(name, parser)
        return score === undefined ? '' : cell(score)
      }),
    ])
  const all = parsers.map((parser) => {
    const own = scores.filter((score) => score.parser === parser)
    return cellOf({ passed: sum(own, (one) => one.passed), total: sum(own, (one) => one.total) })
  })
  const sizes = corpora.map(({ name, cases }) => [
    name,
    String(cases.filter(({ mayThrow }) => !mayThrow).length),
    String(sum(cases, ({ checks, mustThrow }) => (mustThrow ? 1 : checks.length))),
    String(sum(cases, ({ outOfScope }) => outOfScope.length)),
  ])
  return [
    grid([['checks passed', ...parsers], ...rowsOf(cellOf), ['all', ...all]]),
    grid([['inputs that throw', ...parsers], ...rowsOf(troubleOf)]),
    grid([['listed differences', ...parsers], ...rowsOf(({ listed }) => String(listed))]),
    grid([['size', 'inputs', 'checks', 'out of scope'], ...sizes]),
  ].join('\n\n')
}

/** Why assertions of the corpora are out of scope, and how many of each. */
export function renderScope(corpora: readonly Corpus[]): string {
  const rows = corpora.flatMap(({ name, cases }) => {
    const counts = new Map<string, number>()
    for (const { reason } of cases.flatMap(({ outOfScope }) => outOfScope)) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    }
    const most = [...counts].sort(([, a], [, b]) => b - a)
    return most.map(([reason, count]) => `${name}  ${count}  ${reason}`)
  })
  return rows.join('\n')
}
