import type { Warning } from '@inference-report/source'
import { askOaiForDay } from './announced-by-oai.ts'
import { askListing } from './announced-listing.ts'
import type { AnnouncementOptions, Mailing } from './announcement.ts'
import { isFinal, tryStep } from './fallback.ts'
import type { FlowOptions } from './flow-options.ts'

/** A day in the past, by the catch-up page, else by OAI-PMH. */
export async function askMissedDay(
  categories: readonly string[],
  date: string,
  options: FlowOptions,
  warn: (warning: Warning) => void,
  onProgress: AnnouncementOptions['onProgress'],
): Promise<Mailing | undefined> {
  const caughtUp = await tryStep('catch-up', () => askListing(categories, date, options), warn)
  if (caughtUp.value !== undefined && (caughtUp.value.announcedOn ?? date) === date) {
    onProgress?.({ surface: 'catch-up', papers: caughtUp.value.papers.length })
    return { ...caughtUp.value, announcedOn: date }
  }
  if (isFinal(caughtUp.error)) return undefined
  const warnings: Warning[] = []
  const onWarning = (warning: Warning): void => void warnings.push(warning)
  const found = await tryStep(
    'oai-pmh',
    () => askOaiForDay(categories, date, { ...options, onWarning }),
    warn,
  )
  if (found.value === undefined) return undefined
  onProgress?.({ surface: 'oai-pmh', papers: found.value.length })
  return { papers: found.value, announcedOn: date, warnings: [...warnings, byRecords] }
}

const byRecords: Warning = {
  code: 'by-records',
  message:
    'The papers are those whose records changed on the day; OAI-PMH does not tell what was announced.',
}
