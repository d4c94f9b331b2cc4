import type { Issue, SourceState } from '@inference-report/issue'
import { longDate, longTime } from './format-date.ts'
import { stateLabels } from './section-state.ts'

/** `21 sources: 18 ok, 2 quiet, 1 failed` */
export function sourcesLine({ sources }: Issue): string {
  const states: SourceState[] = ['ok', 'quiet', 'stale', 'drift', 'failed']
  const counts = states.flatMap((state) => {
    const count = sources.filter((source) => source.state === state).length
    return count === 0
      ? []
      : [`${count} ${state === 'ok' ? 'ok' : stateLabels[state].toLowerCase()}`]
  })
  const total = `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}`
  return counts.length === 0 ? total : `${total}: ${counts.join(', ')}`
}

/** What the reader of an archive needs to know: window, revision, previous issue, hash. */
export function colophonLines(issue: Issue): string[] {
  const { previous, window } = issue
  return [
    `${issue.publication.name}, issue of ${longDate(issue.date)}, revision ${issue.revision}. Dates are counted in ${issue.timeZone}.`,
    `It covers ${longTime(window.from)} to ${longTime(window.to)}.`,
    previous === undefined
      ? 'There is no issue before it.'
      : `Before it: the issue of ${longDate(previous.date)}, revision ${previous.revision} (${previous.hash}).`,
    `Frozen as SHA-256 ${issue.hash}.`,
  ]
}
