// "withdrawn from ICLR" is about another place.
const elsewhere = String.raw`(?!\s+from\s+(?!(?:the\s+)?(?:arxiv|archive|e-?print|server)\b))`
const other = String.raw`(?<!\b(?:previous|earlier|older|first|original|prior|former|other)\s{1,5}\w{4,10})`
const notice = new RegExp(
  String.raw`\b(?:paper|article|manuscript|submission|preprint|work|note|version)${other}\s+(?:(?:has\s+been|was|is|been)\s+)?(?:temporarily\s+)?withdrawn\b${elsewhere}`,
  'i',
)
const opening = new RegExp(String.raw`^(?:temporarily\s+)?withdrawn\b${elsewhere}`, 'i')

/**
 * Whether the author says that the paper is withdrawn, where a surface has no field for it. A
 * "withdrawn" further inside an abstract may be about anything.
 */
export function saysWithdrawn(comment: string | undefined, abstract: string | undefined): boolean {
  if (opening.test(comment ?? '') || notice.test(comment ?? '')) return true
  return notice.test((abstract ?? '').slice(0, 80))
}
