import type { Fact } from '@inference-report/issue'
import { type Contrary, contraries } from './contraries.ts'
import { clausesOf, isDenied, lastBefore, mentionsOf } from './phrases.ts'
import { evenText, type Support } from './support.ts'

const still =
  /(?<![\p{L}\p{N}'-])(?:unchanged|frozen|stood still|stands? still|standstill|no (?:movement|change|changes)|(?:nothing|nobody|none) (?:has |have )?(?:moved|changed)|kept (?:its|their) places?)(?![\p{L}\p{N}'-])/iu

/** Words of a text for a direction that its supports say the opposite of. */
export function reversedDirections(text: string, support: Support): string[] {
  const said = evenText(text)
  const facts = support.facts.map(({ sentence }) => lowered(evenText(sentence)))
  const claims = readClaims(support.facts)
  const clauses = clausesOf(said)
  const mentions = mentionsOf(said, claims.keys())
  const subjectAt = (index: number) => {
    const mention = lastBefore(mentions, index)
    const clause = lastBefore(clauses, index)
    return mention !== undefined && mention.at >= (clause?.end ?? 0) ? mention.name : undefined
  }
  const itemText = support.text.slice(support.factText.length)
  const turned = contraries.flatMap((contrary) =>
    (['up', 'down'] as const).flatMap((side) => {
      if (has([itemText], contrary[side])) return []
      const isAgainstAll = isAgainst(facts, contrary, side)
      // Of a row that a fact is about, only that fact bears out what it did.
      const against = new Set(
        [...claims].flatMap(([name, own]) => (isAgainst(own, contrary, side) ? [name] : [])),
      )
      return wordsFor(said, contrary[side]).flatMap(({ 0: found, index }) =>
        isAgainstAll || against.has(subjectAt(index) ?? '') ? [found] : [],
      )
    }),
  )
  return [...turned, ...movedAtRest(said, itemText, support)]
}

const subject = /^(.{1,200}?) (?:has (?:climbed|dropped|gained|lost) |made the )/su

/** By the row they are about, the sentences of facts about one row. */
function readClaims(facts: readonly Fact[]): Map<string, string[]> {
  const claims = new Map<string, string[]>()
  for (const { sentence } of facts) {
    const text = evenText(sentence)
    const name = subject.exec(text)?.[1]
    if (name !== undefined) claims.set(name, [...(claims.get(name) ?? []), lowered(text)])
  }
  return claims
}

function wordsFor(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...lowered(text).matchAll(pattern)].filter(({ index }) => !isDenied(text, index))
}

// "Rise" within a sentence is somebody's name; at its beginning it is a word.
function lowered(text: string): string {
  return text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
}

function has(texts: readonly string[], pattern: RegExp): boolean {
  return texts.some((text) => text.search(pattern) !== -1)
}

function isAgainst(texts: readonly string[], contrary: Contrary, side: 'up' | 'down'): boolean {
  const other = side === 'up' ? contrary.down : contrary.up
  return !has(texts, contrary[side]) && has(texts, other)
}

const moving = ['climb', 'drop', 'rank-move', 'score-move', 'score-change', 'superlative']

// A board on which nothing moved, and one that is said not to have moved.
function movedAtRest(said: string, itemText: string, { facts, factText }: Support): string[] {
  if (facts.length === 0) return []
  const [move] = contraries
  if (move !== undefined && facts.every(({ kind }) => kind === 'unchanged')) {
    return [move.up, move.down]
      .flatMap((pattern) => wordsFor(said, pattern).map(([found]) => found))
      .filter((found) => !itemText.includes(found))
  }
  const found = facts.every(({ kind }) => moving.includes(kind)) ? still.exec(said)?.[0] : undefined
  return found === undefined || still.test(factText) ? [] : [found]
}
