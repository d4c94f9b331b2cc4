// Words that a weekly column's title is made of: "This Week in AI", "The latest AI news, August 2026".
const commonWords = new Set(
  `a an and the of in on for to at by with from is are our we you your it this that these what how why
  week weekly day daily month monthly year today tonight morning evening news newsletter latest update
  updates roundup recap digest briefing bulletin links edition issue episode podcast part live best
  top deals january february march april may june july august september october november december
  ai`.split(/\s+/),
)

const minimumWords = 4
// Chinese, Japanese, Korean and Thai titles are one or a few "words" by their spaces.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/gu
const minimumUnspaced = 10

/**
 * What two identical titles have in common: their words in lower case, without punctuation and without
 * the ` - Outlet` that aggregators add. `undefined` where the title is too general to tell a story.
 */
export function titleKey(title = '', outlet = ''): string | undefined {
  const words = wordsOf(withoutOutlet(title, outlet))
  const telling = words.filter((word) => !commonWords.has(word) && !/^\d{1,4}$/.test(word))
  const key = words.join(' ')
  return telling.length >= minimumWords || (key.match(unspaced)?.length ?? 0) >= minimumUnspaced
    ? key
    : undefined
}

function withoutOutlet(title: string, outlet: string): string {
  const trimmed = title.trimEnd()
  const suffix = [' - ', ' | ', ' – ', ' — ', ' · ']
    .map((separator) => `${separator}${outlet.trim()}`)
    .find((ending) => trimmed.toLowerCase().endsWith(ending.toLowerCase()))
  return outlet.trim() === '' || suffix === undefined ? trimmed : trimmed.slice(0, -suffix.length)
}

/** A title's words, for comparing it with others of its own outlet. */
export function titleWords(title: string): string {
  return wordsOf(title).join(' ')
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’‘]/g, '')
  return plain.match(/[\p{L}\p{M}\p{N}]+(?:\.\p{N}+)*/gu) ?? []
}
