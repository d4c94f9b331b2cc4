/**
 * The slug GitHub makes of a language's name, e.g. `'Jupyter Notebook'` → `'jupyter-notebook'`.
 * A slug, and one copied from the address bar (`'c%2B%2B'`), stay as they are.
 */
export function languageSlug(language: string): string {
  const name = /%[0-9a-f]{2}/i.test(language) ? decode(language) : language
  const slug = name.trim().toLowerCase().replace(/\s+/g, '-')
  // The one entry of GitHub's menu whose slug is not made of its name.
  return slug === 'unknown-languages' ? 'unknown' : slug
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not percent-encoded after all: the text itself is the name.
    return text
  }
}
