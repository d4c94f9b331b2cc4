import * as z from 'zod'
import { parseArxivId } from './arxiv-id.ts'
import type { Paper } from './paper.ts'

const text = z.string().min(1)

/** Checks a `Paper` that comes from a file or another program. */
export const paperSchema: z.ZodType<Paper> = z.object({
  id: z.string().refine((id) => {
    const parsed = parseArxivId(id)
    return parsed?.id === id && parsed.version === undefined
  }, 'an arXiv id in its canonical form, without version'),
  version: z.int().positive().optional(),
  url: z.url(),
  title: text,
  abstract: text.optional(),
  tex: z.object({ title: text, abstract: text.optional() }),
  authors: z.array(z.object({ name: text, affiliations: z.array(text) })),
  submitter: text.optional(),
  primaryCategory: text.optional(),
  categories: z.array(text),
  mscClasses: z.array(text),
  acmClasses: z.array(text),
  reportNumbers: z.array(text),
  submittedAt: z.iso.datetime().optional(),
  updatedAt: z.iso.datetime().optional(),
  submittedOn: z.iso.date().optional(),
  updatedOn: z.iso.date().optional(),
  history: z.array(
    z.object({
      version: z.int().positive(),
      submittedAt: z.iso.datetime().optional(),
      kilobytes: z.number().nonnegative().optional(),
      sourceType: text.optional(),
      withdrawn: z.literal(true).optional(),
    }),
  ),
  announcement: z
    .object({
      date: z.iso.date().optional(),
      type: z.enum(['new', 'cross', 'replace', 'replace-cross']).optional(),
      category: text.optional(),
    })
    .optional(),
  comment: text.optional(),
  journalRef: text.optional(),
  dois: z.array(text),
  license: text.optional(),
  withdrawn: z.boolean().optional(),
  surfaces: z
    .array(
      z.enum([
        'query-api',
        'daily-feed',
        'listing',
        'abstract-page',
        'abstract-text',
        'oai-arxiv',
        'oai-arxiv-raw',
        'oai-arxiv-old',
        'oai-dc',
        'metadata-snapshot',
      ]),
    )
    .min(1)
    .optional(),
  from: z.record(z.string(), z.string()),
})
