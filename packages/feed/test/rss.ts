/** An RSS document around the markup of items, for tests. */
export function rss(items: string, head = '<link>https://site.example/</link>'): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>${head}${items}</channel></rss>`
}

/** An Atom document around the markup of entries, for tests. */
export function atom(entries: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}><title>F</title><link href="https://site.example/"/>${entries}</feed>`
}
