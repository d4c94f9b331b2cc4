const amount = /^\s*\d[\d.,]*/
const strongEvidence = /[\\^_=]/
const plainWord = /(?:^|[\s(])[A-Za-z]{3,}(?=[\s,.;:)]|$)/
const plainWords = new RegExp(plainWord, 'g')

/**
 * Whether what stands between two dollar signs is mathematics. Abstracts also hold prices, and
 * dollar signs that lost their partner.
 *
 * @param content what stands between
 * @param next the character after the second dollar sign, `''` at the end
 */
export function looksLikeMath(content: string, next: string): boolean {
  if (content.trim() === '' || /\n\s*\n/.test(content)) return false
  if (content.includes('\\$')) return isAmountAsFormula(content)
  const number = amount.exec(content)
  if (number !== null) return isMathAfterNumber(content.slice(number[0].length), next)
  if (strongEvidence.test(content)) return true
  // "$>$5", "$<$ 10": nothing but signs.
  if (!/[\p{L}\p{N}]/u.test(content)) return true
  // "$HOME and $PATH": the second sign would have to open, as it follows a space.
  if (/^\s/.test(content) !== /\s$/.test(content)) return content.trim().length <= 3
  return (content.match(plainWords)?.length ?? 0) < 3
}

/**
 * "$\$5$", "$\sim\$100$": the price is the whole formula. Else prices of which one sign is escaped,
 * as in "$5 or \$6, with $".
 */
function isAmountAsFormula(content: string): boolean {
  const bare = content.replace(/\\[^A-Za-z]/g, ' ')
  if (/\s$/.test(content) || plainWord.test(bare)) return false
  const before = content.slice(0, content.indexOf('\\$')).replace(/\\(?:[A-Za-z]+|.)/g, '')
  return !/[\p{L}\p{N}]/u.test(before) || strongEvidence.test(bare)
}

/** "$5 million and $10", "$5–$10", "$300 to (US)$": prices. "$5 GeV$", "$10^{-5}$", "$3$": not. */
function isMathAfterNumber(rest: string, next: string): boolean {
  const unit = /^\s*[A-Za-z]{1,4}$/.test(rest) || rest === ''
  // "a $7B$ model": what is sold is not followed by another sign of money.
  if (/^(?:[KMBkmb]|bn)$/.test(rest)) return !/[\d.]/.test(next)
  if (/^\s*(?:[KMBkmb]|bn)?[\s,.;:)-]*$/.test(rest)) return rest.trim() === '' && !/\d/.test(next)
  if (/^\s*(?:[KMBkmb]|bn)?[\s,.;:)/-]+[A-Za-z]{2,}/.test(rest)) return unit && !/\d/.test(next)
  // "$5 (50\%) and $10", "$5 (50\%) for $x$": a percentage is no mathematics.
  const bare = rest.replace(/\\[%&#]/g, '')
  if (strongEvidence.test(bare)) return true
  return !/\d/.test(next) && !(/\s$/.test(rest) && plainWord.test(rest))
}
