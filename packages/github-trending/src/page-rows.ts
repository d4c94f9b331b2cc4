import type { CheerioAPI } from 'cheerio/slim'
import { type DomElement, isElement, type Walk, walk } from './dom.ts'
import { languageCheck } from './language-check.ts'

// The largest row seen has 98 elements and 1 675 characters of text.
const limits = { elements: 1000, characters: 20_000 } as const

/** One row of a page, without the rows that broken markup puts within it. */
export interface PageRow extends Walk {
  element: DomElement
  /** Whether it holds no more than a row may; a larger one is not read. */
  isReadable: boolean
}

/** The rows of a page, and what in them a selector finds. */
export interface PageRows {
  rows: readonly PageRow[]
  /** Whether a row lies within another: a closing tag is missing. */
  isNested: boolean
  find(row: PageRow, selector: string): readonly DomElement[]
  /** What a selector finds outside of every row. */
  findOutside(selector: string): readonly DomElement[]
  /** Whether a name is in GitHub's menu of languages, our copy of it or the page's own. */
  isLanguage(name: string): boolean
}

/**
 * The elements that `selector` finds, as rows. Each selector is looked for once on the whole page, so
 * that reading takes time in proportion to the page, also where rows lie within rows.
 */
export function pageRows($: CheerioAPI, selector: string): PageRows {
  const roots = $(selector)
    .toArray()
    .filter((node) => isElement(node))
  const isRow = new Set<DomElement>(roots)
  const rows = roots.map((element): PageRow => {
    const { elements, texts } = walk(element, (inner) => isRow.has(inner))
    const characters = texts.reduce((sum, { data }) => sum + data.length, 0)
    const isReadable =
      elements.length <= limits.elements &&
      texts.length <= 2 * limits.elements &&
      characters <= limits.characters
    return { element, elements, texts, isReadable }
  })
  const owners = new Map(rows.flatMap((row) => row.elements.map((each) => [each, row] as const)))
  const found = new Map<string, Map<PageRow | undefined, DomElement[]>>()
  const search = (wanted: string) => {
    const groups = found.get(wanted) ?? groupByOwner($, wanted, owners)
    found.set(wanted, groups)
    return groups
  }
  return {
    rows,
    isNested: rows.some(({ element }) => hasAncestor(element, isRow)),
    find: (row, wanted) => search(wanted).get(row) ?? [],
    findOutside: (wanted) => search(wanted).get(undefined) ?? [],
    isLanguage: languageCheck($),
  }
}

function groupByOwner(
  $: CheerioAPI,
  selector: string,
  owners: ReadonlyMap<DomElement, PageRow>,
): Map<PageRow | undefined, DomElement[]> {
  const groups = new Map<PageRow | undefined, DomElement[]>()
  for (const node of $(selector).toArray()) {
    if (!isElement(node)) continue
    const owner = owners.get(node)
    const group = groups.get(owner)
    if (group === undefined) groups.set(owner, [node])
    else group.push(node)
  }
  return groups
}

function hasAncestor(element: DomElement, wanted: ReadonlySet<DomElement>): boolean {
  for (let at = element.parent; at !== null; at = at.parent) {
    if ('attribs' in at && wanted.has(at)) return true
  }
  return false
}
