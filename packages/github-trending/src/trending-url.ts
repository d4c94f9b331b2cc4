const base = 'https://github.com/trending'

/**
 * The slug GitHub makes of a language's name, e.g. `'Jupyter Notebook'` → `'jupyter-notebook'`.
 * A slug, and one copied from the address bar (`'c%2B%2B'`), stay as they are.
 */
export function languageSlug(language: string): string {
  const name = /%[0-9a-f]{2}/i.test(language) ? decode(language) : language
  return name.trim().toLowerCase().replace(/\s+/g, '-')
}

/**
 * The daily page of all languages, or of one: `trendingUrl('C++')` is
 * `https://github.com/trending/c%2B%2B`. There is no way to ask for a week or a month, because
 * robots.txt of github.com disallows every address with `since=`.
 *
 * @throws TypeError for a language that cannot be one path segment, or that names another page.
 */
export function trendingUrl(language?: string | undefined): string {
  if (language === undefined) return base
  const slug = languageSlug(language)
  if (/^\.{0,2}$|[/?\\]|since=/.test(slug) || slug === 'developers') {
    throw new TypeError(`Not a programming language: ${JSON.stringify(language)}`)
  }
  return `${base}/${encodeURIComponent(slug)}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not percent-encoded after all: the text itself is the name.
    return text
  }
}
