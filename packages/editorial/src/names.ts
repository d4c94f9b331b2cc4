import { evenText, type Support } from './support.ts'

// A capital inside, or a digit, makes a name anywhere: OpenAI, GPT, iOS. One in front does within a sentence.
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'&+]*(?:[-.][\p{L}\p{N}]+)*/gu
const opensSentence = /(?:^|[.!?:]["'“”‘’)]*\s+|[“‘"(]|^["'])$/u

const common = new Set(
  `i ai us uk eu utc gmt api apis llm llms gpu gpus january february march april may june july august
  september october november december monday tuesday wednesday thursday friday saturday sunday
  american chinese european english internet web github arxiv`.split(/\s+/),
)

/** Names of the text that occur in no supporting fact or item. */
export function unsupportedNames(text: string, support: Support): string[] {
  const known = folded(support.text)
  const even = evenText(text)
  const names = [...even.matchAll(word)].flatMap((match) => {
    const name = match[0].replace(/['’]s?$/, '')
    const opens = opensSentence.test(even.slice(Math.max(0, match.index - 8), match.index))
    const isName = opens ? /\p{Lu}/u.test(name.slice(1)) : /\p{Lu}/u.test(name)
    return isName ? [name] : []
  })
  return [...new Set(names)].filter(
    (name) => !isKnown(name, known) && !parts(name).every((part) => isKnown(part, known)),
  )
}

// "OpenAI-backed" names OpenAI.
function parts(name: string): string[] {
  return name.split('-').filter((part) => /\p{Lu}/u.test(part))
}

function isKnown(name: string, known: string): boolean {
  return common.has(name.toLowerCase()) || hasWord(known, folded(name))
}

// The small form of a sigma depends on the letters around it, and a name alone has none.
function folded(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ')
}

function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' ']
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}
