import * as z from 'zod'
import type { Feed, FeedItem } from './feed.ts'

const time = z.iso.datetime()
const url = z.url({ protocol: /^https?$/ })
const text = z.string().min(1)

const authorSchema = z
  .object({ name: text.optional(), email: text.optional(), url: url.optional() })
  .refine((author) => Object.values(author).some((value) => value !== undefined), 'says nothing')

/** Checks a `FeedItem` that comes from a file or another program. */
export const feedItemSchema: z.ZodType<FeedItem> = z.object({
  id: text,
  url: url.optional(),
  title: text.optional(),
  summary: text.optional(),
  contentHtml: text.optional(),
  publishedAt: time.optional(),
  updatedAt: time.optional(),
  dateText: text.optional(),
  authors: z.array(authorSchema),
  categories: z.array(z.object({ term: text, scheme: text.optional(), label: text.optional() })),
  media: z.array(
    z.object({
      url,
      type: text.optional(),
      length: z.int().positive().optional(),
      width: z.int().positive().optional(),
      height: z.int().positive().optional(),
      role: z.enum(['enclosure', 'content', 'thumbnail', 'image']),
    }),
  ),
  imageUrl: url.optional(),
  language: text.optional(),
  commentsUrl: url.optional(),
  idCandidates: z.array(text),
  podcast: z
    .object({
      duration: z.int().positive().optional(),
      season: z.int().positive().optional(),
      episode: z.int().positive().optional(),
      episodeType: text.optional(),
      explicit: z.boolean().optional(),
      transcriptUrl: url.optional(),
      chaptersUrl: url.optional(),
    })
    .optional(),
  geo: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  extensions: z.record(z.string(), z.union([z.array(text), z.record(z.string(), z.array(text))])),
})

/** Checks a `Feed` that comes from a file or another program. */
export const feedSchema: z.ZodType<Feed> = z.object({
  format: z.enum(['rss', 'rdf', 'atom', 'json', 'cdf']),
  version: text.optional(),
  title: text.optional(),
  url: url.optional(),
  feedUrl: url.optional(),
  description: text.optional(),
  language: text.optional(),
  updatedAt: time.optional(),
  imageUrl: url.optional(),
  authors: z.array(authorSchema),
  items: z.array(feedItemSchema),
  hints: z.object({
    ttl: z.int().positive().optional(),
    skipHours: z.array(z.int().min(0).max(23)).optional(),
    skipDays: z.array(text).optional(),
    updatePeriod: z.enum(['hourly', 'daily', 'weekly', 'monthly', 'yearly']).optional(),
    updateFrequency: z.int().positive().optional(),
    updateBase: time.optional(),
    hubUrl: url.optional(),
    nextUrl: url.optional(),
  }),
  warnings: z.array(z.object({ code: text, message: text, path: z.string().optional() })),
})
