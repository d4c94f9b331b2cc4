export { parseDate } from './dates.ts'
export type { FeedLink } from './discover-feeds.ts'
export { discoverFeeds } from './discover-feeds.ts'
export type {
  Feed,
  FeedAuthor,
  FeedCategory,
  FeedHints,
  FeedItem,
  FeedMedia,
  FeedPodcast,
  MediaRole,
} from './feed.ts'
export type { ParseFeedOptions } from './parse-feed.ts'
export { parseFeed } from './parse-feed.ts'
export type { Opml, OpmlFeed } from './parse-opml.ts'
export { parseOpml } from './parse-opml.ts'
