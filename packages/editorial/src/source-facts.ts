import type { Fact, IssueSource, SourceState } from '@inference-report/issue'
import { longDate } from './dates.ts'
import { reasonClause } from './reason.ts'
import { capitalized, countOf, countWord, listNames, plainLine } from './words.ts'

/**
 * How the sources fared: `sources.read` for all of them, one fact for each that failed, drifted or is
 * stale (`<source>.source-failed`, …), and for two or more of one state their sum (`sources.failed`).
 */
export function factsFromSources(sources: readonly IssueSource[]): Fact[] {
  return [
    readFact(sources),
    ...sources.flatMap(sourceFacts),
    ...sumFacts(
      sources,
      'failed',
      (names, count) => `${count} are missing from this issue: ${names}`,
    ),
    ...sumFacts(
      sources,
      'drift',
      (names, count) => `${count} no longer have the shape we know: ${names}`,
    ),
    ...sumFacts(sources, 'stale', (names, count) => `${count} are stale: ${names}`),
    ...sumFacts(
      sources,
      'quiet',
      (names, count) => `${count} were read and had nothing for this issue: ${names}`,
    ),
  ]
}

function readFact(sources: readonly IssueSource[]): Fact {
  const read = sources.filter(({ state }) => state !== 'failed' && state !== 'drift').length
  return {
    id: 'sources.read',
    kind: 'sources-read',
    scope: 'sources',
    unit: 'sources',
    value: read,
    inputs: sources.map(({ id }) => id),
    sentence: readSentence(read, sources.length),
  }
}

function readSentence(read: number, all: number): string {
  if (all === 0) return 'No source was read for this issue.'
  if (all === 1) {
    return read === 1
      ? 'The one source of this issue was read.'
      : 'The one source of this issue could not be read.'
  }
  if (all === 2 && read === 2) return 'Both sources of this issue were read.'
  if (all === 2 && read === 0) return 'Neither source of this issue could be read.'
  if (read === all) return `All ${countWord(all)} sources of this issue were read.`
  if (read === 0) return `None of the ${countWord(all)} sources of this issue could be read.`
  const verb = read === 1 ? 'was' : 'were'
  return `Of the ${countWord(all)} sources of this issue, ${countWord(read)} ${verb} read.`
}

function sourceFacts(source: IssueSource): Fact[] {
  const sentence = stateSentence(source)
  return sentence === undefined
    ? []
    : [
        {
          id: `${source.id}.source-${source.state}`,
          kind: `source-${source.state}`,
          scope: source.id,
          value: plainLine(source.name),
          inputs: [source.id],
          sentence: `${sentence}.`,
        },
      ]
}

function stateSentence({ name, state, reason, capturedAt }: IssueSource): string | undefined {
  const who = plainLine(name)
  const why = reasonClause(reason)
  if (state === 'failed') return because(who, 'is missing from this issue', why)
  if (state === 'drift') return because(who, 'no longer has the shape we know', why)
  if (state !== 'stale') return undefined
  const stale = because(who, 'is stale', why)
  const date = longDate(capturedAt)
  const isSaid = date !== undefined && (why.includes(date) || why.includes(dayOf(capturedAt)))
  if (date === undefined || isSaid) return stale
  return why === ''
    ? `${stale}: what we hold was captured on ${date}`
    : `${stale} (captured on ${date})`
}

// A reason that begins with the state itself, "it no longer has … (no rows)", is told from there on.
function because(who: string, state: string, why: string): string {
  const plain = why.replace(/^it /, '')
  const isAgain = plain.startsWith(state) && !/^[\p{L}\p{N}]/u.test(plain.slice(state.length))
  const rest = isAgain ? plain.slice(state.length) : why === '' ? '' : `: ${why}`
  return `${who} ${state}${rest}`
}

function dayOf(iso: string | undefined): string {
  return iso?.slice(0, 10) ?? ''
}

// A reader must learn what is missing; a longer list is read by nobody.
const named = 8

function sumFacts(
  sources: readonly IssueSource[],
  state: SourceState,
  sentence: (names: string, count: string) => string,
): Fact[] {
  const some = sources.filter((source) => source.state === state)
  if (some.length < 2) return []
  const count = countOf(some.length, 'source')
  const names = listNames(
    some.map(({ name }) => plainLine(name)),
    named,
  )
  return [
    {
      id: `sources.${state}`,
      kind: `sources-${state}`,
      scope: 'sources',
      unit: 'sources',
      value: some.length,
      inputs: some.map(({ id }) => id),
      sentence: `${capitalized(sentence(names, count))}.`,
    },
  ]
}
