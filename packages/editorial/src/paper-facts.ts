import type { Fact, PaperItem, PapersSection } from '@inference-report/issue'
import { aside } from './age.ts'
import { longDate } from './dates.ts'
import { countFact, type Place } from './section-fact.ts'
import { countOf, countWord, listNames, plainLine } from './words.ts'

/** `count`: how many are new in the category, how many are cross-listed to it or replaced. */
export function paperFacts(section: PapersSection, { alone, index, age }: Place): Fact[] {
  const papers = section.items
  const dates = new Set(papers.map(({ announcedOn }) => announcedOn))
  const announced = longDate([...dates][0])
  const when = dates.size === 1 && announced !== undefined ? ` announced on ${announced}` : ''
  // The date of announcement says more than that of the capture.
  const old = when === '' ? aside(age) : ''
  const total = `${openingOf(section, { alone, index }, old)} ${countOf(papers.length, 'arXiv paper')}${when}`
  const kinds = papers.map(kindOf)
  if (kinds.includes(undefined)) return [countFact(section, 'papers', total, age)]
  const category = commonCategory(papers)
  const where = { new: 'in', cross: 'cross-listed to', replace: 'in' }
  const count = (kind: Kind) => kinds.filter((one) => one === kind).length
  const part = (kind: Kind, words: string) =>
    count(kind) === 0 ? [] : [`${countWord(count(kind))} ${words}`]
  const parts = [
    ...part('new', category === undefined ? 'new' : `new ${where.new} ${category}`),
    ...part('cross', category === undefined ? 'cross-listed' : `${where.cross} ${category}`),
    ...part('replace', 'replaced'),
  ]
  const all = papers.length === 1 ? '' : papers.length === 2 ? 'both ' : 'all '
  const only =
    new Set(kinds).size === 1 ? ofOneKind(kinds[0], all, category) : `: ${listNames(parts)}`
  return [countFact(section, 'papers', `${total}${only}`, age)]
}

// Two sections in a row must not open with the same words.
function openingOf(section: PapersSection, { alone, index }: Place, old: string): string {
  const heading = plainLine(section.heading)
  if (alone) return `The paper list${old} has`
  if (index % 2 === 0) return `The list under ${heading}${old} has`
  return `Under ${heading}${old} there ${section.items.length === 1 ? 'is' : 'are'}`
}

type Kind = 'new' | 'cross' | 'replace'

function kindOf({ announceType }: PaperItem): Kind | undefined {
  // arXiv's feeds say "cross" and "replace-cross", its listings "cross-list".
  if (announceType === undefined) return undefined
  if (announceType.startsWith('replace')) return 'replace'
  if (announceType.startsWith('cross')) return 'cross'
  return announceType === 'new' ? 'new' : undefined
}

function ofOneKind(kind: Kind | undefined, all: string, category: string | undefined): string {
  const where =
    category === undefined ? '' : kind === 'cross' ? ` to ${category}` : ` in ${category}`
  const what = { new: 'new', cross: 'cross-listed', replace: 'replaced' }
  return kind === undefined ? '' : `, ${all}${what[kind]}${where}`
}

// The category whose list this is: every paper is in it, and the new ones have it as their own.
function commonCategory(papers: readonly PaperItem[]): string | undefined {
  const fresh = papers.filter((paper) => kindOf(paper) === 'new')
  const own = new Set(fresh.map(({ primaryCategory }) => primaryCategory))
  const category = own.size === 1 ? [...own][0] : undefined
  return category !== undefined &&
    papers.every(
      (paper) => paper.primaryCategory === category || paper.categories.includes(category),
    )
    ? category
    : undefined
}
