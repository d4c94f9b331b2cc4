export type { Expected } from './check-expected.ts'
export type { DeriveOptions } from './derive-period.ts'
export { derivePeriod } from './derive-period.ts'
export type {
  DerivedFlag,
  DerivedRepository,
  DerivedTrending,
  GoneRepository,
} from './derived.ts'
export type { Enrichment, EnrichOptions } from './enrich-repositories.ts'
export { enrichRepositories } from './enrich-repositories.ts'
export type { FetchTrendingOptions } from './fetch-trending.ts'
export { fetchTrending, fetchTrendingDevelopers } from './fetch-trending.ts'
export type { Language } from './languages.ts'
export { trendingLanguages } from './languages.ts'
export { parseTrendingDevelopers } from './parse-developers.ts'
export { parseLanguages } from './parse-languages.ts'
export { parseTrending } from './parse-trending.ts'
export type { EnrichedRepository, RepositoryDetails } from './repository-details.ts'
export type {
  Developer,
  DeveloperRepository,
  Period,
  Repository,
  Trending,
  TrendingDevelopers,
} from './trending.ts'
export type { TrendingUrlOptions } from './trending-url.ts'
export { trendingDevelopersUrl, trendingUrl } from './trending-url.ts'
