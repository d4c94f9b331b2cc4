import type { Row } from './rows.ts'

// Next.js writes the quotes; what makes a page smaller on its way takes them off.
const opening = /<script\b[^>]{0,400}\bid=(["']?)__NEXT_DATA__\1[^>]{0,400}>/i

/** The JSON that the older Pages Router embeds instead; plain JSON, in which `$` means nothing. */
export function readNextData(html: string): Row | undefined {
  const tag = opening.exec(html)
  if (tag === null) return undefined
  const start = tag.index + tag[0].length
  const end = html.indexOf('</script', start)
  // Broken JSON is no row: the caller then finds no data in the page, and says so.
  return {
    id: '__NEXT_DATA__',
    kind: 'json',
    pieces: [html.slice(start, end === -1 ? undefined : end)],
  }
}
