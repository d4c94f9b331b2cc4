import type { Outcome } from './judge.ts'

/** How often each kind of mutation ended how. */
export type Tally = Map<string, Map<Outcome, number>>

const outcomes: readonly Outcome[] = [
  'same',
  'less',
  'warning',
  'error',
  'warned, yet wrong',
  'silently wrong',
]

export function addUp(tally: Tally, kind: string, outcome: Outcome): void {
  const counts = tally.get(kind) ?? new Map<Outcome, number>()
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  tally.set(kind, counts)
}

/** Prints the table of one page, where `MUTATION_TABLE` asks for it. */
export function printTable(name: string, tally: Tally): void {
  if (process.env['MUTATION_TABLE'] === undefined) return
  const total = new Map<Outcome, number>()
  for (const counts of tally.values()) {
    for (const [outcome, count] of counts) total.set(outcome, (total.get(outcome) ?? 0) + count)
  }
  const line = (first: string, cells: readonly (string | number)[]) =>
    [first.padEnd(22), ...cells.map((cell) => String(cell).padStart(18))].join('')
  const lines = [...tally, ['all', total] as const].map(([kind, counts]) =>
    line(
      kind,
      outcomes.map((outcome) => counts.get(outcome) ?? 0),
    ),
  )
  process.stdout.write(`\n${[line(name, outcomes), ...lines].join('\n')}\n`)
}
