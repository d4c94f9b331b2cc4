import { fetchAnnouncement } from '@inference-report/arxiv'
import { parseFeed } from '@inference-report/feed'
import type { Client } from '@inference-report/http'

/** The day's new papers of a category, and what a feed wrote about the field, as Markdown. */
export async function writeDigest(
  client: Client,
  category: string,
  feedUrl: string,
): Promise<string> {
  const { papers, announcedOn } = await fetchAnnouncement({ category, fetch: client.fetch })
  const response = await client.fetch(feedUrl)
  const feed = parseFeed(new Uint8Array(await response.arrayBuffer()), { url: feedUrl })
  const fresh = papers.filter((paper) => paper.announcement?.type === 'new')
  return [
    `# ${fresh.length} new papers in ${category}, ${announcedOn ?? 'date unknown'}`,
    ...fresh.map(
      (paper) =>
        `- [${plain(paper.title)}](${paper.url}), ${paper.authors.map(({ name }) => plain(name)).join(', ')}`,
    ),
    `## From ${plain(feed.title ?? feedUrl)}`,
    ...feed.items
      .slice(0, 5)
      .flatMap(({ title, url }) => (title && url ? [`- [${plain(title)}](${url})`] : [])),
    '',
  ].join('\n')
}

/** Markdown's own signs are words of a title here. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&')
}
