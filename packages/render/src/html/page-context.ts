import type { Issue } from '@inference-report/issue'
import type { Anchors } from '../anchors.ts'
import { createAnchors } from '../anchors.ts'

/** What every part of one page needs. */
export interface PageContext {
  issue: Issue
  anchors: Anchors
}

export function createPageContext(issue: Issue): PageContext {
  const anchors = createAnchors()
  // First come, first served: the page's own places keep their plain names.
  for (const place of ['front', 'editorial', 'sources', 'evidence', 'charts']) {
    anchors.of('page', place)
  }
  return { issue, anchors }
}
