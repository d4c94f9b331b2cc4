const amount = /^\s*\d[\d.,]*/
const strongEvidence = /[\\^_=]/
const plainWord = /(?:^|[\s(])[A-Za-z]{3,}(?=[\s,.;:)]|$)/g

/**
 * Whether what stands between two dollar signs is mathematics. Abstracts also hold prices, and
 * dollar signs that lost their partner.
 *
 * @param content what stands between
 * @param next the character after the second dollar sign, `''` at the end
 */
export function looksLikeMath(content: string, next: string): boolean {
  if (content.trim() === '' || /\n\s*\n/.test(content)) return false
  // Prices: nobody writes "\$5" inside a formula.
  if (content.includes('\\$')) return false
  const number = amount.exec(content)
  if (number !== null) return isMathAfterNumber(content.slice(number[0].length), next)
  if (strongEvidence.test(content)) return true
  // "$>$5", "$<$ 10": nothing but signs.
  if (!/[\p{L}\p{N}]/u.test(content)) return true
  // "$HOME and $PATH": the second sign would have to open, as it follows a space.
  if (/^\s/.test(content) !== /\s$/.test(content)) return content.trim().length <= 3
  return (content.match(plainWord)?.length ?? 0) < 3
}

/** "$5 million and $10", "$5–$10", "$300 to (US)$": prices. "$5 GeV$", "$10^{-5}$", "$3$": not. */
function isMathAfterNumber(rest: string, next: string): boolean {
  const unit = /^\s*[A-Za-z]{1,4}$/.test(rest) || rest === ''
  if (/^\s*(?:[KMBkmb]|bn)?[\s,.;:)-]*$/.test(rest)) return rest.trim() === '' && !/\d/.test(next)
  if (/^\s*(?:[KMBkmb]|bn)?[\s,.;:)/-]+[A-Za-z]{2,}/.test(rest)) return unit && !/\d/.test(next)
  return strongEvidence.test(rest) || !/\d/.test(next)
}
