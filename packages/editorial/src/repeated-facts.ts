import type { Fact } from '@inference-report/issue'

// What a paragraph about a board would say twice: the kind, and the kinds that say it already.
const sayers: Readonly<Record<string, readonly string[]>> = {
  // Models and rows are counted apart; side by side the two distances read as a contradiction.
  spread: ['spread-trend'],
  'rank-move': ['climb', 'drop'],
  'score-move': ['score-change'],
  superlative: ['climb', 'drop', 'score-change'],
  // A leader that is the cheapest too is a frontier by itself.
  frontier: ['cheapest', 'cheapest-per-task', 'cheapest-per-problem'],
}

/** Whether another fact of the board says what this one does, of the same row or the same extreme. */
export function isRepeated(fact: Fact, board: readonly Fact[]): boolean {
  const kinds = sayers[fact.kind] ?? []
  return board.some((other) => kinds.includes(other.kind) && saysToo(other, fact))
}

function saysToo(other: Fact, fact: Fact): boolean {
  if (fact.kind === 'spread') return true
  if (fact.kind === 'superlative') {
    // Of some ranks only is another statement.
    if (fact.sentence.includes(' now at ranks ')) return false
    if (fact.unit === 'places') return other.kind === (Number(fact.value) > 0 ? 'climb' : 'drop')
    return other.kind === 'score-change' && size(other) === size(fact)
  }
  const row = (fact.kind === 'frontier' ? only : subject).exec(fact.sentence)?.[1]
  return row !== undefined && other.sentence.includes(row)
}

const only = /, one is .{1,60}?: (.+?)(?:;|\.$| \((?:figures|old))/su
const subject = /^(.+?) (?:has (?:climbed|dropped|gained|lost)|is at rank) /su

function size({ value }: Fact): number {
  return Math.abs(Number(value))
}
