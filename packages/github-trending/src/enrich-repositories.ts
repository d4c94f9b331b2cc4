import { type Fetch, readText, request, SourceError, type Warning } from '@inference-report/source'
import { readAllowance } from './api-allowance.ts'
import { repositoryOf } from './github-path.ts'
import { type EnrichedRepository, readDetails } from './repository-details.ts'
import type { Repository } from './trending.ts'

const source = 'github-trending'

export interface EnrichOptions {
  fetch: Fetch
  /** A token of GitHub's: 5 000 requests an hour instead of 60. Sent to api.github.com only, told nowhere. */
  token?: string | undefined
}

/** The repositories that were given, in their order, and what went wrong. */
export interface Enrichment {
  repositories: EnrichedRepository[]
  warnings: Warning[]
}

/**
 * Adds what GitHub's REST API knows of each repository: topics, licence, dates, exact counts. One
 * request each, one after another. Asking ends with the hour's last allowed request, and at the first
 * answer that says to wait; the rest then comes back as it was. A failure is a warning, never thrown;
 * only what is no SourceError, as the caller's own abort, is passed on.
 *
 * @throws TypeError for a token that no header can hold.
 * @see https://docs.github.com/rest/repos/repos#get-a-repository
 */
export async function enrichRepositories(
  repositories: readonly Repository[],
  { fetch, token }: EnrichOptions,
): Promise<Enrichment> {
  // Told here: what a platform's own error quotes is the whole header.
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) throw new TypeError('Not a token.')
  const headers = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  const warnings: Warning[] = []
  const enriched: EnrichedRepository[] = []
  let isStopped = false
  for (const [index, repository] of repositories.entries()) {
    const path = `repositories[${index}]`
    if (isStopped) {
      enriched.push({ ...repository })
      continue
    }
    const { details, warning, stop } = await ask(repository, fetch, headers)
    enriched.push({ ...repository, ...(details === undefined ? {} : { details }) })
    if (warning !== undefined) warnings.push({ ...warning, path })
    const left = repositories.length - index - 1
    if (stop !== undefined && left > 0) {
      isStopped = true
      const message = `${left} repositories were not asked for: ${stop}.`
      warnings.push({ code: 'enrichment-stopped', message, path: `repositories[${index + 1}]` })
    }
  }
  return { repositories: enriched, warnings }
}

interface Answer extends Pick<EnrichedRepository, 'details'> {
  warning?: Warning
  /** Why nothing more may be asked now. */
  stop?: string | undefined
}

async function ask(
  { owner, name }: Repository,
  fetch: Fetch,
  headers: Record<string, string>,
): Promise<Answer> {
  const id = `${owner}/${name}`
  const failed = (reason: string): Warning => ({
    code: 'enrichment-failed',
    message: `${JSON.stringify(id)} was not enriched: ${reason}.`,
  })
  if (repositoryOf([owner, name]) === undefined)
    return { warning: failed('no name of a repository') }
  try {
    const url = `https://api.github.com/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`
    const response = await request(url, { fetch, source, headers })
    const stop = readAllowance(response)
    try {
      const details = readDetails(JSON.parse(await readText(response, source)))
      if (details === undefined)
        return { warning: failed('the answer is not about a repository'), stop }
      if (details.fullName.toLowerCase() === id.toLowerCase()) return { details, stop }
      const message = `${id} is called ${details.fullName} now.`
      return { details, stop, warning: { code: 'repository-renamed', message } }
    } catch (error) {
      return { warning: failed(reasonOf(error)), stop }
    }
  } catch (error) {
    return { warning: failed(reasonOf(error)) }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'the answer is no JSON'
  if (!SourceError.is(error)) throw error
  return `${error.code}${/^\d{3}/.test(error.received) ? ` (${error.received.slice(0, 3)})` : ''}`
}
