import { newsFeed } from './news-feed.ts'
import { papersFeed } from './papers-feed.ts'

export interface GeneratedFeed {
  name: string
  text: string
}

/** Twenty items, as most feeds have. */
export function smallFeeds(): GeneratedFeed[] {
  return [
    { name: 'news', text: newsFeed({ items: 20, paragraphs: 0 }) },
    { name: 'articles', text: newsFeed({ items: 20, paragraphs: 12 }) },
    { name: 'articles, escaped', text: newsFeed({ items: 20, paragraphs: 12, escaped: true }) },
    { name: 'papers', text: papersFeed(20) },
  ]
}

/** One to five megabytes. `scale` makes the same of other sizes. */
export function largeFeeds(scale = 1): GeneratedFeed[] {
  const count = (items: number) => Math.ceil(items * scale)
  return [
    {
      name: 'articles, escaped',
      text: newsFeed({ items: count(250), paragraphs: 12, escaped: true }),
    },
    { name: 'papers', text: papersFeed(count(700)) },
    { name: 'articles', text: newsFeed({ items: count(1200), paragraphs: 12 }) },
  ]
}

/** How many items the feeds of `growingFeeds` have. */
export const growth = [20, 200, 2000] as const

/** The same feed with 1, 10 and 100 times the items. */
export function growingFeeds(): GeneratedFeed[] {
  return growth.map((items) => ({
    name: `${items} items`,
    text: newsFeed({ items, paragraphs: 2 }),
  }))
}
