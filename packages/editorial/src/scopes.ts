import { superlativesOf } from './superlatives.ts'
import { evenText, type Support } from './support.ts'

// How our facts say what a superlative is the most of.
const narrow = /^(?:Among|Of) the |(?:known|ranked|with a score) then and now/
const narrowed =
  /\b(?:among|of (?:the|these|those|them|its|both)|within|(?:in|at|on) the (?:first|top)|the top|at ranks?|on the (?:trending )?list|(?:known|ranked) then|in common)\b/i
const wide =
  /\b(?:overall|of all|of any|than any(?:one|body|thing)?|anywhere|everywhere|worldwide|in the world|globally|whole|entire|of every|ever)\b/gi
// "No entry moved" of five that did not is as wrong as a superlative of them.
const universal =
  /(?<!\b(?:at|in|after|above|first of) )\b(?:nothing|nobody|none|every|no(?! (?:longer|doubt|surprise|less|more than))|all(?! but\b))\b/i

/**
 * What makes a claim larger than its facts have it: the scope that all facts with a superlative, or all
 * facts where everything or nothing is claimed, have and the text leaves out; or a wider one put in.
 */
export function unsupportedScopes(text: string, support: Support): string[] {
  const said = evenText(text)
  const facts = support.facts.map(({ sentence }) => evenText(sentence))
  const isNarrow = (some: readonly string[]) =>
    some.length > 0 && some.every((sentence) => narrow.test(sentence))
  const isWide = !narrowed.test(said)
  const words = superlativesOf(said, support)
  const lost = words.filter(
    (word) => isWide && isNarrow(facts.filter((sentence) => wordsOf(sentence).includes(word))),
  )
  const claimed = isWide && isNarrow(facts) ? universal.exec(said)?.[0] : undefined
  const known = support.factText.toLowerCase()
  const wider = [...(words.length === 0 ? [] : said.matchAll(wide))]
    .map(([found]) => found.toLowerCase())
    .filter((found) => !known.includes(found))
  return [...new Set([...lost, ...(claimed === undefined ? [] : [claimed]), ...wider])]
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
