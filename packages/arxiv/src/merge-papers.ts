import type { MergedField } from './merge-precedence.ts'
import { byBelief, holds, isTrueOf, latest } from './merge-ranking.ts'
import type { Announcement, Author, Paper, Surface } from './paper.ts'
import { withoutAbsent } from './without-absent.ts'

/**
 * Joins the records of each paper into one, in the order in which ids first stand. Every field is
 * taken whole from the record that is believed most for it: of the newest version first (a record that
 * names no version counts as of the newest), then by surface, as in the package's README, then the
 * earlier in the list. A field that one record lacks is taken from the next; but when an older version
 * was submitted, and whether it was withdrawn, is not said of a newer one.
 *
 * The announcement is the latest mailing that any record names; it never becomes a date of submission.
 * `from` names the surface of each field whose records disagree.
 */
export function mergePapers(papers: readonly Paper[]): Paper[] {
  const groups = new Map<string, Paper[]>()
  for (const paper of papers) {
    const group = groups.get(paper.id)
    if (group === undefined) groups.set(paper.id, [paper])
    else group.push(paper)
  }
  return [...groups.values()].flatMap((group) => mergeGroup(group) ?? [])
}

function mergeGroup(group: readonly Paper[]): Paper | undefined {
  const [first] = group
  if (first === undefined || group.length === 1) return first
  const version = latest(group)
  const from: Record<string, string> = {}
  const pick = (field: MergedField): Paper | undefined => {
    const ranked = group.filter((paper) => holds(paper, field)).sort(byBelief(field, version))
    const best = ranked.find((paper) => isTrueOf(version, paper, field))
    const surface = best === undefined ? undefined : surfaceOf(best, field)
    if (best === undefined || surface === undefined) return best
    const value = comparable(best, field)
    const isDisputed =
      best.from[field] !== undefined || ranked.some((paper) => comparable(paper, field) !== value)
    if (isDisputed) from[field] = surface
    return best
  }
  const title = pick('title') ?? first
  const abstract = pick('abstract')
  const subjects = pick('primaryCategory')
  const submittedAt = pick('submittedAt')?.submittedAt
  const history = pick('history')?.history ?? []
  const listed = history.find((each) => each.version === version)?.submittedAt
  const updatedAt = pick('updatedAt')?.updatedAt ?? listed
  const merged = withoutAbsent<Paper>({
    id: first.id,
    version,
    url: first.url,
    title: title.title,
    abstract: abstract?.abstract,
    tex: {
      title: title.tex.title,
      ...(abstract?.tex.abstract !== undefined && { abstract: abstract.tex.abstract }),
    },
    authors: withAffiliations(pick('authors')?.authors ?? [], group),
    submitter: pick('submitter')?.submitter,
    primaryCategory: subjects?.primaryCategory,
    categories: subjects?.categories ?? [],
    mscClasses: pick('mscClasses')?.mscClasses ?? [],
    acmClasses: pick('acmClasses')?.acmClasses ?? [],
    reportNumbers: pick('reportNumbers')?.reportNumbers ?? [],
    submittedAt,
    updatedAt,
    submittedOn: submittedAt === undefined ? pick('submittedOn')?.submittedOn : undefined,
    updatedOn: updatedAt === undefined ? pick('updatedOn')?.updatedOn : undefined,
    history,
    announcement: completed(pick('announcement')?.announcement, group),
    comment: pick('comment')?.comment,
    journalRef: pick('journalRef')?.journalRef,
    dois: pick('dois')?.dois ?? [],
    license: pick('license')?.license,
    withdrawn: pick('withdrawn')?.withdrawn,
    surfaces: surfacesOf(title, group),
    from,
  })
  return structuredClone(merged)
}

/** What the other records of the same mailing add. */
function completed(
  announcement: Announcement | undefined,
  group: readonly Paper[],
): Announcement | undefined {
  if (announcement === undefined) return undefined
  let whole = announcement
  for (const { announcement: other } of group) {
    if (other === undefined || other.date !== announcement.date) continue
    // A type is relative to its category.
    const isSame = (other.category ?? whole.category) === (whole.category ?? other.category)
    if (isSame) whole = { ...other, ...whole }
  }
  return whole
}

/** Of a record that is itself merged, the surface that its field came from. */
function surfaceOf(paper: Paper, field: MergedField): string | undefined {
  return paper.from[field] ?? paper.surfaces?.[0]
}

function comparable(paper: Paper, field: MergedField): string {
  if (field === 'authors') return paper.authors.map(({ name }) => name).join('\n')
  if (field === 'primaryCategory') return [...paper.categories].sort().join(' ')
  if (field === 'history') {
    return paper.history.map(({ version, submittedAt }) => `${version} ${submittedAt}`).join('\n')
  }
  return JSON.stringify(paper[field]).replace(/\s+/g, ' ')
}

function surfacesOf(first: Paper, group: readonly Paper[]): Surface[] | undefined {
  const surfaces = [first, ...group].flatMap((paper) => paper.surfaces ?? [])
  return surfaces.length === 0 ? undefined : [...new Set(surfaces)]
}

/** Affiliations of the same list of authors elsewhere; most surfaces have none. */
function withAffiliations(authors: readonly Author[], group: readonly Paper[]): Author[] {
  if (authors.some(({ affiliations }) => affiliations.length > 0)) return [...authors]
  const same = group.find(
    (paper) =>
      paper.authors.length === authors.length &&
      paper.authors.some(({ affiliations }) => affiliations.length > 0) &&
      paper.authors.every(({ name }, i) => lastWord(name) === lastWord(authors[i]?.name)),
  )
  return same === undefined
    ? [...authors]
    : authors.map((author, i) => ({
        name: author.name,
        affiliations: same.authors[i]?.affiliations ?? [],
      }))
}

function lastWord(name: string | undefined): string | undefined {
  return name?.split(' ').at(-1)?.toLowerCase()
}
