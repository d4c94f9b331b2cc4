import type { Fact, Sentence } from '@inference-report/issue'
import { verbatim } from './day-paragraph.ts'
import { listNames } from './words.ts'

const states = ['failed', 'drift', 'stale']

/** Kinds of fact about what could be read. */
export const coverageKinds: ReadonlySet<string> = new Set([
  'unavailable',
  'sources-read',
  'sources-quiet',
  ...states.flatMap((state) => [`source-${state}`, `sources-${state}`]),
])

/** What could not be read, or is old: one by one where it is little, summed up where it is much. */
export function coverageParagraph(facts: readonly Fact[]): Sentence[] {
  const ofKind = (kind: string) => facts.filter((fact) => fact.kind === kind)
  const missing = ofKind('unavailable')
  // A section that is told by itself and has one source has given its reason.
  const [only, another] = missing
  const said = new Set(another === undefined && only?.inputs.length === 1 ? only.inputs : [])
  const sums: Sentence[] = []
  const bad = states.flatMap((state) => {
    const each = ofKind(`source-${state}`)
    const sum = ofKind(`sources-${state}`)
    if (each.length < 3 || sum.length === 0) {
      return each.filter(({ scope }) => !said.has(scope)).map(verbatim)
    }
    const told = sum.map(verbatim).map((sentence) => (sums.length > 0 ? more(sentence) : sentence))
    sums.push(...told)
    return told
  })
  return [...ofKind('sources-read').map(verbatim), ...sectionsMissing(missing), ...bad]
}

// "Three sources are missing …. Three sources are stale …" would open with the same words.
function more({ text, supports }: Sentence): Sentence {
  return { text: text.replace(/^(\S+) sources /, '$1 more sources '), supports }
}

const unavailable = /^(.+?) could not be had( in full)? for this issue(?:: .*)?\.$/s

/** One by itself, with its reason; several in one sentence, which names them all. */
function sectionsMissing(facts: readonly Fact[]): Sentence[] {
  const read = facts.map((fact) => ({ fact, match: unavailable.exec(fact.sentence) }))
  const others = read.filter(({ match }) => match === null).map(({ fact }) => verbatim(fact))
  const groups = ['', ' in full'].flatMap((much) => {
    const some = read.flatMap(({ fact, match }) =>
      match?.[1] !== undefined && (match[2] ?? '') === much ? [{ fact, heading: match[1] }] : [],
    )
    const [first, ...rest] = some
    if (first === undefined) return []
    if (rest.length === 0) return [verbatim(first.fact)]
    const headings = listNames([...new Set(some.map(({ heading }) => heading))], some.length)
    const text = `${headings} could not be had${much} for this issue.`
    return [{ text, supports: some.map(({ fact }) => fact.id) }]
  })
  return [...groups, ...others]
}
