import type { Issue } from '@inference-report/issue'
import { canonicalUrl } from '@inference-report/stories'

/** What readers have been told already. */
export interface Published {
  has(item: { id: string; url: string }): boolean
}

/** The headlines of earlier issues, by id and by address, whoever told them. */
export function publishedIn(issues: readonly Issue[]): Published {
  const items = issues
    .flatMap(({ sections }) => sections)
    .flatMap((section) => (section.kind === 'headlines' ? section.items : []))
  const ids = new Set(items.map(({ id }) => id))
  const urls = new Set(
    items.flatMap(({ url, also }) => [url, ...also.map((other) => other.url)]).map(canonicalUrl),
  )
  return { has: ({ id, url }) => ids.has(id) || urls.has(canonicalUrl(url)) }
}
