import type { Fact, Sentence } from '@inference-report/issue'
import { verbatim } from './day-paragraph.ts'
import { isRepeated } from './repeated-facts.ts'

// What a board has to say, most telling first. `lead` says all that `leader` does.
const telling = [
  'lead',
  'leader',
  'incomparable',
  'unchanged',
  'leader-changed',
  'leader-kept',
  'score-change',
  'climb',
  'entered',
  'drop',
  'rank-move',
  'score-move',
  'superlative',
  'spread',
  'spread-trend',
  'cheapest',
  'fastest',
  'cheapest-per-task',
  'cheapest-per-problem',
  'value',
  'frontier',
  'frozen',
  'left',
  'group-trend',
  'tier',
  'agreement',
  'overlap',
  'disagreement',
  'ranked',
]

const sentencesForBoards = [5, 4, 3]

/** Kinds of fact that are about a board. */
export const boardKinds: ReadonlySet<string> = new Set([...telling, 'no-baseline'])

/** The boards, the first at most length: leader and lead, then movement or that there is none to tell. */
export function boardParagraph(facts: readonly Fact[]): Sentence[] {
  const scopes = facts.filter(({ kind }) => boardKinds.has(kind)).map(({ scope }) => scope)
  const shown = [...new Set(scopes)]
    .slice(0, sentencesForBoards.length)
    .map((scope) => facts.filter((fact) => fact.scope === scope))
  const silent = shown.flatMap((board) => board.filter(({ kind }) => kind === 'no-baseline'))
  const isEach = silent.length > 1 && silent.length === shown.length
  const sentences = shown.flatMap((board, index) => {
    // Of five moves of rows one is news enough, and of what the largest is, none.
    const told = telling.flatMap((kind) =>
      board.filter((fact) => fact.kind === kind && !isRepeated(fact, board)).slice(0, 1),
    )
    const hasLead = told.some(({ kind }) => kind === 'lead')
    const chosen = told
      .filter(({ kind }) => !(kind === 'leader' && hasLead))
      .slice(0, sentencesForBoards[index])
    const baseline = isEach ? [] : board.filter(({ kind }) => kind === 'no-baseline')
    return inContext([...chosen, ...baseline].map(verbatim))
  })
  return isEach ? [...sentences, noBaselines(silent)] : sentences
}

function noBaselines(facts: readonly Fact[]): Sentence {
  const boards = facts.length === 2 ? 'For neither board' : 'For none of these boards'
  return {
    text: `${boards} is there an earlier snapshot to compare with, so nothing can be said yet about movement.`,
    supports: facts.map(({ id }) => id),
  }
}

const figures = / \((?:figures of [^()]+|old figures)\)(?=\.$)/
const baseline = /the (?:snapshot of \p{L}+ \d{1,2}, \d{4}|previous snapshot, of unknown date)/u

const scopeOfFive = /^Among (?:the \S+ of )?the first [^,]+, /

/** Says once for each board what its facts say each: dates, the leader's name, among whom one is cheapest. */
function inContext(sentences: readonly Sentence[]): Sentence[] {
  const said = { figures: '', since: '', among: '', subject: '' }
  return sentences.map(({ text, supports }) => {
    const old = figures.exec(text)?.[0] ?? ''
    const since = baseline.exec(text)?.[0] ?? ''
    const among = scopeOfFive.exec(text)?.[0] ?? ''
    let shorter = text
    if (old === said.figures) shorter = shorter.replace(old, '')
    if (since !== '' && since === said.since)
      shorter = shorter.replace(` since ${since}`, ' since then')
    if (among !== '' && among === said.among) shorter = shorter.replace(among, 'Of these, ')
    const subject = leader.exec(text)?.[1] ?? (isAbout(said.subject, text) ? said.subject : '')
    if (subject !== '' && subject === said.subject) shorter = `It${shorter.slice(subject.length)}`
    said.figures ||= old
    said.since = since || said.since
    Object.assign(said, { among, subject })
    return { text: shorter, supports }
  })
}

const leader = /^(.+?) leads /

// "Tern 2 (low) has …" is about another row than "Tern 2 has …".
function isAbout(subject: string, text: string): boolean {
  return ['has', 'made', 'already'].some((verb) => text.startsWith(`${subject} ${verb} `))
}
