import { type DomElement, isElement } from './dom.ts'
import { accountOf, isSameName, pathOf } from './github-path.ts'
import { type RowReader, tell } from './row-reader.ts'
import { selectors } from './selectors.ts'

/** A description may show anybody; in 2015 the contributors stood in a paragraph too. */
const outside = `:not(p:not(.repo-list-meta) *)`

/**
 * Logins of the contributors a row shows, in its order. Each is a picture, `alt="@octocat"`, in a link to
 * the account (in 2015 to the list of contributors); an app's link has another name than its picture.
 */
export function readContributors(reader: RowReader): string[] {
  const { page, row, late } = reader
  const pictures = page
    .find(row, `:is(img, [alt^="@"])${outside}`)
    .filter((image) => !/\bemoji\b/.test(image.attribs['class'] ?? ''))
  if (pictures.some(({ name }) => name !== 'img')) late.set('builtBy', '[alt^="@"]')
  const logins = pictures.flatMap((image) => {
    const named = /^@([\w[\]-]{1,100})$/.exec(image.attribs['alt'] ?? '')?.[1]
    const path = pathOf(linkAround(image)?.attribs['href'])
    const linked = accountOf(path)
    const isDisputed = path.length === 1 && linked !== undefined && !isSameName(named, linked)
    if (named !== undefined && !isDisputed) return named
    if (named === undefined && linked !== undefined) late.set('builtBy', selectors.builtBy[1] ?? '')
    else tell(reader, 'contributor-unreadable', 'builtBy', 'a picture does not say whose it is.')
    return named === undefined ? (linked ?? []) : []
  })
  // A link to an account without its picture.
  const pictured = new Set(pictures.map(linkAround))
  const bare = page.find(row, `a[href]${outside}`).flatMap((link) => {
    if (pictured.has(link)) return []
    return accountOf(pathOf(link.attribs['href'])) ?? []
  })
  if (bare.length > 0) late.set('builtBy', selectors.builtBy[1] ?? '')
  return [...new Set([...logins, ...bare])]
}

function linkAround(image: DomElement): DomElement | undefined {
  for (let at = image.parent, levels = 0; at !== null && levels < 4; at = at.parent, levels += 1) {
    if (isElement(at) && at.name === 'a') return at
  }
  return undefined
}
