import * as z from 'zod'
import type { DerivedTrending } from './derived.ts'
import type { EnrichedRepository } from './repository-details.ts'
import type { Developer, Repository, Trending, TrendingDevelopers } from './trending.ts'

const count = z.int().nonnegative()
const position = z.int().positive()
const text = z.string().min(1)
const url = z.url()
const time = z.iso.datetime()
const date = z.iso.date()
const periods = z.enum(['daily', 'weekly', 'monthly'])
const warnings = z.array(
  z.object({ code: z.string(), message: z.string(), path: z.string().optional() }),
)

const repository = z.object({
  rank: position,
  owner: text,
  name: text,
  url,
  description: text.optional(),
  language: text.optional(),
  languageColor: z
    .string()
    .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i)
    .optional(),
  stars: count.optional(),
  forks: count.optional(),
  starsGained: count.optional(),
  builtBy: z.array(text),
  sponsor: text.optional(),
})

const developer = z.object({
  rank: position,
  login: text,
  name: text.optional(),
  url,
  avatarUrl: url.optional(),
  repository: z.object({ owner: text, name: text, url, description: text.optional() }).optional(),
  company: text.optional(),
  joinedOn: date.optional(),
})

const page = { period: periods, language: text.optional(), capturedAt: time.or(date).optional() }

/** Checks a `Repository` that comes from a file or another program. */
export const repositorySchema: z.ZodType<Repository> = repository

/** Checks a `Trending` that comes from a file or another program. */
export const trendingSchema: z.ZodType<Trending> = z.object({
  ...page,
  repositories: z.array(repository),
  warnings,
})

/** Checks a `Developer` that comes from a file or another program. */
export const developerSchema: z.ZodType<Developer> = developer

/** Checks a `TrendingDevelopers` that comes from a file or another program. */
export const trendingDevelopersSchema: z.ZodType<TrendingDevelopers> = z.object({
  ...page,
  developers: z.array(developer),
  warnings,
})

/** Checks a `DerivedTrending` that comes from a file or another program. */
export const derivedTrendingSchema: z.ZodType<DerivedTrending> = z.object({
  period: z.enum(['weekly', 'monthly']),
  isDerived: z.literal(true),
  language: text.optional(),
  fromOn: date,
  toOn: date,
  daysObserved: z.array(date),
  daysMissing: z.array(date),
  repositories: z.array(
    repository.extend({
      daysPresent: position,
      presentOn: z.array(date).min(1),
      streakDays: count,
      longestStreakDays: position,
      bestRank: position,
      firstSeenOn: date,
      lastSeenOn: date,
      flags: z.array(z.enum(['new', 'returning', 'gone'])),
    }),
  ),
  gone: z.array(z.object({ owner: text, name: text, url, lastSeenOn: date })),
  warnings,
})

/** Checks an `EnrichedRepository` that comes from a file or another program. */
export const enrichedRepositorySchema: z.ZodType<EnrichedRepository> = repository.extend({
  details: z
    .object({
      id: count,
      fullName: text,
      topics: z.array(text),
      license: text.optional(),
      homepageUrl: url.optional(),
      stars: count.optional(),
      forks: count.optional(),
      openIssues: count.optional(),
      createdAt: time.optional(),
      pushedAt: time.optional(),
      isArchived: z.boolean(),
      isFork: z.boolean(),
    })
    .optional(),
})
