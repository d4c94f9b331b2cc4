import type { Fact } from '@inference-report/issue'
import { countBefore, isDenied, lastBefore, type Mention, mentionsOf } from './phrases.ts'
import { evenText, type Support } from './support.ts'

/** Who stands above whom, or took the lead from whom. */
interface Pair {
  over: string
  under: string
}

const name = '(.{1,200}?)'
const patterns: readonly RegExp[] = [
  new RegExp(
    `^${name} leads .{1,400} ahead of ${name}(?: \\((?:figures of [^()]*|old figures)\\))?\\.$`,
    'su',
  ),
  new RegExp(`^${name} leads .{1,400}; the next [^,]+, ${name}, (?:is|are) `, 'su'),
  new RegExp(`^${name} has taken the lead on .{1,200}?, which ${name} held in `, 'su'),
  new RegExp(
    `^The lead on .{1,200}? is now with ${name}; in .{1,100}? it was with ${name}(?: \\(.*\\))?\\.$`,
    'su',
  ),
]

function readPairs({ sentence }: Fact): Pair[] {
  const text = evenText(sentence)
  for (const pattern of patterns) {
    const [, first, second] = pattern.exec(text) ?? []
    if (first === undefined || second === undefined) continue
    const [over = [], under = []] = [first, second].map((list) => list.split(/, | and /))
    // Two makers' models of one name, or a shared lead, are no pair.
    const isTold = !over.some((one) => under.includes(one))
    return isTold ? over.flatMap((a) => under.map((b) => ({ over: a, under: b }))) : []
  }
  return []
}

const passive =
  '(?:overtaken|passed|surpassed|beaten|displaced|dethroned|unseated|replaced|outranked|outscored) by'
const under = new RegExp(
  String.raw`(?<![\p{L}-])(?:${passive}|trail(?:s|ed|ing)?|behind|below|los(?:t|es) the lead to|worse than|lower than)(?![\p{L}-])`,
  'giu',
)
const over =
  /(?<![\p{L}-])(?:overt(?:ook|akes?|aken|aking)|pass(?:ed|es)(?! (?:from|to))|surpass(?:ed|es)?|leapfrog(?:s|ged)|beats?|outrank(?:s|ed)?|outscor(?:es|ed)|outperform(?:s|ed)?|displac(?:es|ed)|dethron(?:es|ed)|unseat(?:s|ed)|replac(?:es|ed)|edg(?:es|ed) out|top(?:s|ped)|ahead(?: of)?|above|leads|(?:takes?|took|taken|seized) the lead(?: from)?|better than|higher than)(?![\p{L}-])/giu
const alone = /^(?:ahead|leads|(?:takes?|took|taken|seized) the lead)$/i

/** What a text says the wrong way round of who stands above whom. */
export function reversedRelations(text: string, support: Support): string[] {
  const pairs = support.facts.flatMap(readPairs)
  if (pairs.length === 0) return []
  const said = evenText(text)
  const mentions = mentionsOf(
    said,
    pairs.flatMap((pair) => [pair.over, pair.under]),
  )
  const verbs = [
    ...readVerbs(said, under, true),
    // "overtaken by" is no "overtaken".
    ...readVerbs(
      said.replace(under, (found) => ' '.repeat(found.length)),
      over,
      false,
    ),
  ]
  const objects = new Map(verbs.map((verb) => [verb, objectsOf(said, verb.end, mentions)]))
  const isObject = new Set([...objects.values()].flat())
  const subjects = mentions.filter((mention) => !isObject.has(mention))
  return verbs.flatMap((verb) => {
    const subject = lastBefore(subjects, verb.at)?.name
    const [object] = objects.get(verb) ?? []
    if (subject === undefined || isDenied(said, verb.at)) return []
    const isReversed =
      object === undefined
        ? standsAlone(subject, verb, pairs)
        : verb.isUnder
          ? contradicts({ over: object.name, under: subject }, pairs)
          : contradicts({ over: subject, under: object.name }, pairs)
    return isReversed ? [verb.word] : []
  })
}

interface Verb {
  word: string
  at: number
  end: number
  isUnder: boolean
}

function readVerbs(text: string, pattern: RegExp, isUnder: boolean): Verb[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index: at }) => {
    return { word, at, end: at + word.length, isUnder }
  })
}

/** The names right behind a verb: `ahead of the other two, Coot and Eider` has none, `of Coot and Eider` two. */
function objectsOf(text: string, end: number, mentions: readonly Mention[]): Mention[] {
  const objects: Mention[] = []
  let from = end
  for (let next = countBefore(mentions, end); next < mentions.length; next += 1) {
    const mention = mentions[next]
    if (mention === undefined || mention.at < from) continue
    const between = text.slice(from, mention.at)
    const isNext =
      objects.length === 0 ? !elsewhere.test(between) : /^(?:,| and|, and) $/.test(between)
    if (!isNext) break
    objects.push(mention)
    from = mention.end
  }
  return objects
}

const elsewhere = /[,;:.]|\b(?:while|whereas|whilst|as|but|and|which|though|although)\b/

function contradicts(claim: Pair, pairs: readonly Pair[]): boolean {
  const has = (a: string, b: string) => pairs.some((pair) => pair.over === a && pair.under === b)
  return has(claim.under, claim.over) && !has(claim.over, claim.under)
}

function standsAlone(subject: string, { word, isUnder }: Verb, pairs: readonly Pair[]): boolean {
  const isOver = pairs.some((pair) => pair.over === subject)
  const isBelow = pairs.some((pair) => pair.under === subject)
  if (isUnder) return isOver && !isBelow
  return alone.test(word) && isBelow && !isOver
}
