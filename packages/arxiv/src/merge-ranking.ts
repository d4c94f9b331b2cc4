import { type MergedField, precedence } from './merge-precedence.ts'
import type { Paper } from './paper.ts'

/** The newest version that any record of a paper knows. */
export function latest(group: readonly Paper[]): number | undefined {
  let newest: number | undefined
  for (const { version, history } of group) {
    const own = version ?? history.at(-1)?.version
    if (own !== undefined && (newest === undefined || own > newest)) newest = own
  }
  return newest
}

/** Whether a record tells this field at all. */
export function holds(paper: Paper, field: MergedField): boolean {
  const value = paper[field]
  return Array.isArray(value) ? value.length > 0 : value !== undefined
}

/**
 * Whether what a record tells is true of this version: when an older one came, and whether it was
 * withdrawn, says nothing of a newer one.
 */
export function isTrueOf(version: number | undefined, paper: Paper, field: MergedField): boolean {
  if (field !== 'updatedAt' && field !== 'updatedOn' && field !== 'withdrawn') return true
  const own = field === 'withdrawn' ? newestOf(paper) : paper.version
  return own === undefined || version === undefined || own >= version
}

/** The newest version a record knows of: its list of versions tells of later ones too. */
function newestOf({ version, history }: Paper): number | undefined {
  const listed = history.at(-1)?.version
  return version === undefined || listed === undefined
    ? (version ?? listed)
    : Math.max(version, listed)
}

/** Which of two records is believed more for this field. */
export function byBelief(
  field: MergedField,
  version: number | undefined,
): (one: Paper, other: Paper) => number {
  const order: readonly string[] = precedence[field]
  const rank = (paper: Paper): number => {
    const chosen = paper.from[field]
    const places = (chosen === undefined ? (paper.surfaces ?? []) : [chosen])
      .map((surface) => order.indexOf(surface))
      .filter((place) => place !== -1)
    return places.length === 0 ? order.length : Math.min(...places)
  }
  // Only the first version's date and the list of all versions do not change with the version.
  const age = (paper: Paper): number => {
    if (field === 'submittedAt' || field === 'submittedOn') return 0
    if (field === 'history') return -paper.history.length
    if (field === 'announcement') return 0
    return paper.version === undefined || version === undefined ? 0 : version - paper.version
  }
  return (one, other) =>
    (field === 'announcement' ? compareMailings(one, other) : 0) ||
    age(one) - age(other) ||
    rank(one) - rank(other)
}

/** The later mailing first. */
function compareMailings(one: Paper, other: Paper): number {
  const [left = '', right = ''] = [one.announcement?.date, other.announcement?.date]
  return left === right ? 0 : left < right ? 1 : -1
}
