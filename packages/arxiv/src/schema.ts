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
  primaryCategory: text.optional(),
  categories: z.array(text),
  mscClasses: z.array(text),
  acmClasses: z.array(text),
  reportNumbers: z.array(text),
  submittedAt: z.iso.datetime().optional(),
  updatedAt: z.iso.datetime().optional(),
  history: z.array(
    z.object({ version: z.int().positive(), submittedAt: z.iso.datetime().optional() }),
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
  from: z.record(z.string(), z.string()),
})
