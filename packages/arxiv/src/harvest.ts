import { SourceError, type Warning } from '@inference-report/source'
import { ask } from './ask.ts'
import type { FlowOptions } from './flow-options.ts'
import { GivenRecords } from './given-records.ts'
import { parseOai } from './oai.ts'
import type { OaiAnswer, OaiHeader } from './oai-answer.ts'
import { oaiErrorCode } from './oai-error.ts'
import { oaiSetOf } from './oai-set.ts'
import type { Paper } from './paper.ts'
import { isDay } from './timestamp.ts'

/** Where a harvest has come to: plain JSON, to be stored and handed in as `resume`. */
export interface HarvestState {
  /** Of the next page; it expires at the next midnight UTC. Absent when the harvest is complete. */
  resumptionToken?: string | undefined
  /** The last day that was reached, `YYYY-MM-DD`: from here where the token has expired. */
  datestamp?: string | undefined
}

/** How far a harvest has come. */
export interface HarvestProgress {
  papers: number
  deleted: number
  pages: number
  isComplete: boolean
  state: HarvestState
}

export interface HarvestOptions extends FlowOptions {
  /** A set, e.g. `'cs:cs:SE'`, or a category, e.g. `'cs.SE'`; by default all of arXiv. */
  set?: string | undefined
  /** First day records may have changed on, `YYYY-MM-DD` in UTC; 2005-09-16 is the earliest arXiv takes. */
  from?: string | undefined
  /** Last day records may have changed on, `YYYY-MM-DD` in UTC. */
  until?: string | undefined
  /** By default `'arXiv'`. Only `'arXivRaw'` tells all versions and what is withdrawn. */
  metadataPrefix?: 'arXiv' | 'arXivRaw' | 'arXivOld' | 'oai_dc' | undefined
  /** Goes on with an earlier harvest of the same `set`, `until` and `metadataPrefix`. */
  resume?: HarvestState | undefined
  /** Called after each page, when its papers have been taken: what `state` says is then behind. */
  onProgress?: ((progress: HarvestProgress) => void) | undefined
  /** Told of each record that is gone. */
  onDeleted?: ((header: OaiHeader) => void) | undefined
  onWarning?: ((warning: Warning) => void) | undefined
}

/** The service. */
const oaiService = 'https://oaipmh.arxiv.org/oai'

/**
 * Harvests records by OAI-PMH, in the order of the day they last changed, each once a day of change. Where
 * its token has expired it begins again at the last day it had reached, and leaves out what was given.
 * A range in which nothing changed has no papers.
 *
 * `onWarning` is told `restarted`, and what `parseOai` warns of.
 *
 * @throws TypeError for a date that is none; SourceError as `parseOai`, also `drift` where a list goes in
 * circles; the signal's reason.
 * @see https://info.arxiv.org/help/oa/index.html
 */
export async function* harvest(options: HarvestOptions): AsyncGenerator<Paper, void, undefined> {
  const { resume = {}, onProgress, onDeleted, onWarning = () => {} } = options
  for (const date of [options.from, options.until, resume.datestamp]) checkDate(date)
  const given = new GivenRecords(resume.datestamp)
  const counts = { papers: 0, deleted: 0, pages: 0 }
  let token = resume.resumptionToken
  let idlePages = 0
  let restarts = 0
  for (;;) {
    const page = await askOai(options, token, given.restart ?? options.from)
    const isExpired = page === undefined
    if (isExpired) {
      if (++restarts > mostRestarts) throw circular(token)
      onWarning(restarted(given.restart ?? options.from))
      token = undefined
    }
    let isIdle = true
    const papers = new Map(page?.papers.map((paper) => [paper.id, paper]))
    for (const warning of page?.warnings ?? []) onWarning(warning)
    for (const header of page?.headers ?? []) {
      if (!given.add(header)) continue
      isIdle = false
      const paper = header.id === undefined ? undefined : papers.get(header.id)
      if (header.deleted === true) {
        counts.deleted++
        onDeleted?.(header)
      } else if (paper !== undefined) {
        counts.papers++
        yield paper
      }
    }
    if (isExpired) continue
    if (!isIdle) restarts = 0
    idlePages = isIdle ? idlePages + 1 : 0
    if (idlePages > mostIdlePages) throw circular(token)
    const next = page.resumptionToken?.token
    if (next !== undefined && next === token) throw circular(token)
    token = next
    counts.pages++
    const state = {
      ...(token !== undefined && { resumptionToken: token }),
      ...(given.last !== undefined && { datestamp: given.last }),
    }
    onProgress?.({ ...counts, isComplete: token === undefined, state })
    if (token === undefined) return
  }
}

// After a restart, pages of what was given lead back to where it had been; a day of bulk changes has a few.
const mostIdlePages = 50
const mostRestarts = 3

/** A page; `undefined` where the token has expired. */
async function askOai(
  options: HarvestOptions,
  token: string | undefined,
  from: string | undefined,
): Promise<OaiAnswer | undefined> {
  const { set, until, metadataPrefix = 'arXiv' } = options
  const parameters =
    token === undefined
      ? { metadataPrefix, set: set === undefined ? undefined : oaiSetOf(set), from, until }
      : { resumptionToken: token }
  const query = Object.entries({ verb: 'ListRecords', ...parameters }).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  )
  try {
    return await ask(`${oaiService}?${query.join('&')}`, parseOai, options)
  } catch (error) {
    if (token !== undefined && oaiErrorCode(error) === 'badResumptionToken') return undefined
    throw error
  }
}

function checkDate(date: string | undefined): void {
  if (date === undefined) return
  if (!isDay(date)) throw new TypeError(`A date is YYYY-MM-DD, not "${date}".`)
}

function restarted(from: string | undefined): Warning {
  const message = `The resumption token has expired; the list was begun again from ${from ?? 'the start'}.`
  return { code: 'restarted', message }
}

function circular(token: string | undefined): SourceError {
  return new SourceError('drift', {
    source: 'arxiv',
    url: oaiService,
    expected: 'a list that comes to an end',
    received: `the same records again, token ${token ?? 'absent'}`,
  })
}
