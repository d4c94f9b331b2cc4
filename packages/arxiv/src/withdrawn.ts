const notice =
  /\b(?:paper|article|manuscript|submission|preprint|work|note|version)\s+(?:has\s+been|was|is|been)\s+(?:temporarily\s+)?withdrawn\b/i

/**
 * Whether the author says that the paper is withdrawn, where a surface has no field for it. A
 * "withdrawn" further inside an abstract may be about anything.
 */
export function saysWithdrawn(comment: string | undefined, abstract: string | undefined): boolean {
  if (/^withdrawn\b/i.test(comment ?? '') || notice.test(comment ?? '')) return true
  return notice.test((abstract ?? '').slice(0, 80))
}
