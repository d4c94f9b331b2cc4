import { SourceError, type Warning } from '@inference-report/source'
import type { FlowOptions } from './flow-options.ts'
import { harvest } from './harvest.ts'
import type { Paper } from './paper.ts'

// A mailing holds what was submitted since the one before, or kept back for a few days.
const mostDays = 7

/**
 * What may have been announced on a day, by OAI-PMH: papers whose records changed on it, and whose current
 * version was submitted in the week before. OAI-PMH knows no mailings, so they have no `announcement`.
 *
 * @throws SourceError as `harvest`; `empty` where there are none.
 */
export async function askOaiForDay(
  categories: readonly string[],
  date: string,
  options: FlowOptions & { onWarning: (warning: Warning) => void },
): Promise<Paper[]> {
  const papers = new Map<string, Paper>()
  const end = Date.parse(`${date}T00:00:00Z`)
  for (const set of categories) {
    // Only this format tells when each version was submitted.
    const records = harvest({
      ...options,
      set,
      from: date,
      until: date,
      metadataPrefix: 'arXivRaw',
    })
    for await (const paper of records) {
      const days = (end - Date.parse(paper.updatedAt ?? paper.submittedAt ?? '')) / 86_400_000
      if (days >= -1 && days <= mostDays) papers.set(paper.id, paper)
    }
  }
  if (papers.size === 0) {
    throw new SourceError('empty', {
      source: 'arxiv',
      expected: `records of papers announced on ${date}`,
      received: 'none',
    })
  }
  return [...papers.values()]
}
