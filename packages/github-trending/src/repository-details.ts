import type { Repository } from './trending.ts'

/** What GitHub's API knows of a repository beyond the page. Everything it does not say is absent. */
export interface RepositoryDetails {
  /** GitHub's number, which stays through renaming, e.g. `1161163182`. */
  id: number
  /** As it is called now, e.g. `'octo-org/octo-repo'`. */
  fullName: string
  /** e.g. `['inference', 'rust']` */
  topics: string[]
  /** SPDX, e.g. `'MIT'`; absent where there is none that GitHub knows. */
  license?: string | undefined
  /** e.g. `'https://octo.example/'` */
  homepageUrl?: string | undefined
  /** e.g. `12345` */
  stars?: number | undefined
  /** e.g. `0` */
  forks?: number | undefined
  /** Open issues and pull requests, e.g. `42`. */
  openIssues?: number | undefined
  /** ISO 8601 UTC, e.g. `'2025-02-01T12:00:00Z'`. */
  createdAt?: string | undefined
  /** When somebody last pushed, ISO 8601 UTC. */
  pushedAt?: string | undefined
  isArchived: boolean
  isFork: boolean
}

/** A repository with what the API says of it; `details` is absent where it could not be asked. */
export interface EnrichedRepository extends Repository {
  details?: RepositoryDetails | undefined
}

/** Reads the API's answer; `undefined` where it is not one about a repository. */
export function readDetails(answer: unknown): RepositoryDetails | undefined {
  if (!isRecord(answer)) return undefined
  const id = countOf(answer['id'])
  const fullName = textOf(answer['full_name'])
  if (id === undefined || fullName === undefined) return undefined
  const license = isRecord(answer['license']) ? textOf(answer['license']['spdx_id']) : undefined
  const topics = Array.isArray(answer['topics']) ? answer['topics'] : []
  const homepage = textOf(answer['homepage'])
  const homepageUrl =
    homepage !== undefined && /^https?:\/\//i.test(homepage) && URL.canParse(homepage)
      ? new URL(homepage).href
      : undefined
  const optional = {
    license: license === 'NOASSERTION' ? undefined : license,
    homepageUrl,
    stars: countOf(answer['stargazers_count']),
    forks: countOf(answer['forks_count']),
    openIssues: countOf(answer['open_issues_count']),
    createdAt: timeOf(answer['created_at']),
    pushedAt: timeOf(answer['pushed_at']),
  }
  return {
    id,
    fullName,
    topics: topics.flatMap((topic) => textOf(topic) ?? []),
    ...withoutUnknown(optional),
    isArchived: answer['archived'] === true,
    isFork: answer['fork'] === true,
  }
}

function withoutUnknown<T extends object>(fields: T): Partial<T> {
  const known: Partial<T> = { ...fields }
  for (const key in fields) if (fields[key] === undefined) delete known[key]
  return known
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.toWellFormed().trim() : undefined
}

function countOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && typeof value === 'number' && value >= 0 ? value : undefined
}

function timeOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) &&
    !Number.isNaN(Date.parse(text))
    ? text
    : undefined
}
