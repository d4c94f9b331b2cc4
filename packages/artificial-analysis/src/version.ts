/** Whether a text may be a version of the index: 4, 4.1 and 4.3.2 have been seen. */
export function isVersion(text: string): boolean {
  return (
    /^\d{1,2}(?:\.\d{1,3}){0,3}$/.test(text) &&
    Number.parseInt(text, 10) >= 1 &&
    Number.parseInt(text, 10) <= 20
  )
}

const mention = 'Intelligence Index'
const mentioned = /^Intelligence Index v(\d{1,2}(?:\.\d{1,3}){0,3})(?![\d.]*\d)/

/**
 * The version of the index that a page is of: the one its title states, else the only one the page
 * mentions. `isDropped` where the title names the index, as it has with a version, without one.
 */
export function readPageVersion(text: string): { version?: string; isDropped: boolean } {
  const start = text.indexOf('<title')
  const end = start === -1 ? -1 : text.indexOf('</title', start)
  const title = end === -1 ? '' : text.slice(start, end)
  const [stated] = versionsIn(title)
  if (stated !== undefined) return { version: stated, isDropped: false }
  const versions = new Set(versionsIn(text))
  const [only] = versions
  return {
    ...(only !== undefined && versions.size === 1 ? { version: only } : {}),
    isDropped: title.includes(mention),
  }
}

function versionsIn(text: string): string[] {
  const versions: string[] = []
  for (let at = text.indexOf(mention); at !== -1; at = text.indexOf(mention, at + 1)) {
    const version = mentioned.exec(text.slice(at, at + mention.length + 20))?.[1]
    if (version !== undefined && isVersion(version)) versions.push(version)
  }
  return versions
}
