/**
 * The anchors that GitHub, GitLab and most Markdown tools give headings, in their order: lower case,
 * punctuation dropped, blanks to hyphens, repetitions numbered.
 */
export function headingSlugs(headings: readonly string[]): string[] {
  const uses = new Map<string, number>()
  return headings.map((heading) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-')
    const count = uses.get(slug) ?? 0
    uses.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}
