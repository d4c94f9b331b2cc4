import type { Fact } from '@inference-report/issue'
import type { Entry, Movement } from '@inference-report/leaderboard'
import { modelName } from '@inference-report/leaderboard'
import { incomparable, noBaseline } from './baseline-facts.ts'
import { type BoardFact, finishFacts, scoreIn } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { type MovementSnapshots, type MovingBoard, movingBoard } from './moving-board.ts'
import { quantity } from './quantity.ts'
import { rankMoveFacts } from './rank-move-facts.ts'
import { scoreChangeFacts } from './score-change-facts.ts'
import { countOf, countWord, listNames } from './words.ts'

export interface MovementOptions extends BoardOptions {
  /** There is an earlier snapshot, but of another series: say so instead of comparing. */
  incomparable?: boolean | undefined
}

/**
 * What changed since an earlier snapshot: `no-baseline`, `incomparable`, `unchanged`, or
 * `leader-kept` / `leader-changed`, `frozen`, `entered`, `left`, `climb`, `drop`, `score-change`.
 * Every sentence names the date of the snapshot it compares with.
 */
export function factsFromMovement(
  movement: Movement | undefined,
  { before, after }: MovementSnapshots,
  options: MovementOptions,
): Fact[] {
  if (options.incomparable === true) {
    return finishFacts([incomparable(before, after, options)], after, [after.id], options)
  }
  if (movement === undefined) return finishFacts([noBaseline(options)], after, [after.id], options)
  const board = movingBoard(movement, { before, after }, options)
  const facts = movement.unchanged
    ? [unchanged(movement, board)]
    : [
        ...leaderFacts(movement, board),
        ...frozenFacts(movement, board),
        ...enteredFacts(movement, board),
        ...rankMoveFacts(movement, board),
        ...scoreChangeFacts(movement, board),
      ]
  return finishFacts(facts, after, [movement.before, movement.after], options)
}

// A movement knows of entries, places and the ranked score; prices, speeds and all else may differ.
function unchanged({ moves }: Movement, board: MovingBoard): BoardFact {
  const unranked = moves.filter(({ rankAfter }) => rankAfter === undefined).length
  const sentence = stillSentence(moves.length, unranked, board)
  return { kind: 'unchanged', unit: 'entries', value: moves.length, sentence }
}

function stillSentence(rows: number, unranked: number, { name, since }: MovingBoard): string {
  if (rows === 0) return `There are no entries on ${name}, as in ${since}`
  const ranked = rows - unranked
  if (ranked === 0) {
    const none =
      rows === 1 ? 'The one entry' : `${rows === 2 ? 'Both' : `All ${countWord(rows)}`} entries`
    return `${none} on ${name} ${rows === 1 ? 'is' : 'are'} unranked, as in ${since}`
  }
  const kind = unranked === 0 ? '' : 'ranked '
  const all = kept(ranked, kind)
  const rest =
    unranked === 0
      ? ''
      : `, and ${countOf(unranked, 'other')} ${unranked === 1 ? 'is' : 'are'} still unranked`
  return `On ${name} ${all} place and score since ${since}${rest}`
}

function kept(rows: number, kind: string): string {
  if (rows === 1) return `the one ${kind}entry has kept its`
  return `${rows === 2 ? 'both' : `all ${countWord(rows)}`} ${kind}entries have kept their`
}

function leaderFacts({ leaders }: Movement, board: MovingBoard): BoardFact[] {
  const was = modelsOf(leaders.before, board.before)
  const is = modelsOf(leaders.after, board.after)
  const [led, leads] = [listNames(was), listNames(is)]
  if (was.length === 0 || is.length === 0) return []
  const { name, since } = board
  if (was.length === is.length && is.every((model) => was.includes(model))) {
    const sentence =
      is.length === 1
        ? `${leads} already led ${name} in ${since}${withScore(leaders.before[0], board)}`
        : `${leads} already shared the lead on ${name} in ${since}`
    return [{ kind: 'leader-kept', value: is.join(', '), sentence }]
  }
  const sentence =
    was.length === 1 && is.length === 1
      ? `${leads} has taken the lead on ${name}, which ${led} held in ${since}`
      : `The lead on ${name} is now with ${leads}; in ${since} it was with ${led}`
  return [{ kind: 'leader-changed', value: is.join(', '), sentence }]
}

function withScore(id: string | undefined, { metric, before }: MovingBoard): string {
  const entry = id === undefined ? undefined : before.get(id)
  const score = entry && metric && scoreIn(entry, metric)
  return score === undefined || metric === undefined ? '' : `, then with ${quantity(score, metric)}`
}

// Efforts of one model at the top are one leader.
function modelsOf(ids: readonly string[], entries: ReadonlyMap<string, Entry>): string[] {
  const known = ids.map((id) => entries.get(id))
  return known.some((entry) => entry === undefined)
    ? []
    : [...new Set(known.flatMap((entry) => (entry === undefined ? [] : [modelName(entry)])))]
}

function frozenFacts({ frozenPrefix }: Movement, { name, since }: MovingBoard): BoardFact[] {
  if (frozenPrefix < 2) return []
  const sentence = `The first ${countWord(frozenPrefix)} entries on ${name} stand in the same order as in ${since}`
  return [{ kind: 'frozen', unit: 'entries', value: frozenPrefix, sentence }]
}

function enteredFacts(movement: Movement, board: MovingBoard): BoardFact[] {
  const { name, since } = board
  const rows = (ids: readonly string[], entries: ReadonlyMap<string, Entry>) =>
    listNames(ids.map((id) => entries.get(id)?.name ?? id))
  const entered = movement.entered.length
  const left = movement.left.length
  const facts: BoardFact[] = []
  if (entered > 0) {
    const verb = entered === 1 ? 'is' : 'are'
    const sentence = `There ${verb} ${countOf(entered, 'new entry', 'new entries')} on ${name} since ${since}: ${rows(movement.entered, board.after)}`
    facts.push({ kind: 'entered', unit: 'entries', value: entered, sentence })
  }
  if (left > 0) {
    const verb = left === 1 ? 'has' : 'have'
    const sentence = `Since ${since}, ${countOf(left, 'entry', 'entries')} ${verb} left ${name}: ${rows(movement.left, board.before)}`
    facts.push({ kind: 'left', unit: 'entries', value: left, sentence })
  }
  return facts
}
