import * as z from 'zod'
import type { Repository, Trending } from './trending.ts'

const count = z.int().nonnegative()

/** Checks a `Repository` that comes from a file or another program. */
export const repositorySchema: z.ZodType<Repository> = z.object({
  rank: z.int().positive(),
  owner: z.string().min(1),
  name: z.string().min(1),
  url: z.url(),
  description: z.string().min(1).optional(),
  language: z.string().min(1).optional(),
  stars: count.optional(),
  forks: count.optional(),
  starsGained: count.optional(),
  builtBy: z.array(z.string().min(1)),
})

/** Checks a `Trending` that comes from a file or another program. */
export const trendingSchema: z.ZodType<Trending> = z.object({
  period: z.enum(['daily', 'weekly', 'monthly']),
  language: z.string().min(1).optional(),
  repositories: z.array(repositorySchema),
  warnings: z.array(
    z.object({ code: z.string(), message: z.string(), path: z.string().optional() }),
  ),
})
