import type { Warning } from '@inference-report/source'
import { type ArxivId, parseArxivId } from './arxiv-id.ts'
import { ask } from './ask.ts'
import type { FlowOptions } from './flow-options.ts'
import type { Paper } from './paper.ts'
import { parseQueryFeed } from './query-feed.ts'
import { writeQueryUrl } from './query-url.ts'

/** The papers that were asked for. */
export interface PaperBatch {
  /** In the order they were asked for, each once. */
  papers: Paper[]
  /** What arXiv has no paper for, as it was asked for. */
  missing: string[]
  warnings: Warning[]
}

export interface FetchPapersOptions extends FlowOptions {
  /** Identifiers of one request, 1 to 200, by default 100. */
  batchSize?: number | undefined
  /** Called after each request, with the number of papers found so far. */
  onProgress?: ((progress: { papers: number; requests: number }) => void) | undefined
}

/**
 * Asks the query API for papers by identifier, in any form `parseArxivId` reads. An identifier with a version
 * gives that version, else the current one. What did not come is asked for once more before it is missing.
 *
 * Warnings: `invalid-id` (such an id is missing, and not asked for), and those of `parseQueryFeed`.
 *
 * @throws TypeError for a bad option; SourceError as `parseQueryFeed`; the signal's reason.
 */
export async function fetchPapers(
  ids: readonly string[],
  options: FetchPapersOptions,
): Promise<PaperBatch> {
  const { batchSize = 100, onProgress } = options
  if (!(Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= 200)) {
    throw new TypeError(`"batchSize" is a whole number from 1 to 200, not ${batchSize}.`)
  }
  const wanted = ids.map((id) => ({ id, key: keyOf(parseArxivId(id)) }))
  const warnings: Warning[] = wanted.flatMap(({ id, key }) =>
    key === undefined
      ? [{ code: 'invalid-id', message: `"${id.slice(0, 60)}" is no identifier of arXiv.` }]
      : [],
  )
  const asked = new Set(wanted.flatMap(({ key }) => key ?? []))
  const keys = [...asked]
  const found = new Map<string, Paper>()
  let requests = 0
  const fetchAll = async (batchKeys: readonly string[]): Promise<void> => {
    for (let start = 0; start < batchKeys.length; start += batchSize) {
      const batch = batchKeys.slice(start, start + batchSize)
      const url = writeQueryUrl({ ids: batch, start: 0, maxResults: batch.length })
      const feed = await ask(url, parseQueryFeed, options)
      // Of unknown ids the old service made entries without content; `missing` tells more.
      warnings.push(...feed.warnings.filter(({ code }) => code !== 'id-not-found'))
      for (const paper of feed.papers) file(found, paper, batch)
      onProgress?.({ papers: keys.filter((key) => found.has(key)).length, requests: ++requests })
    }
  }
  await fetchAll(keys)
  // arXiv at times leaves entries out. Of very many none may exist, and asking again is no use.
  const lacking = keys.filter((key) => !found.has(key) || isDoubtful(key, found.get(key), asked))
  if (lacking.length > 0 && (options.retries ?? 3) > 0) {
    for (const key of lacking) found.delete(key)
    await fetchAll(lacking)
  }
  return {
    papers: keys.flatMap((key) => found.get(key) ?? []),
    missing: wanted.flatMap(({ id, key }) => (key !== undefined && found.has(key) ? [] : id)),
    warnings,
  }
}

/** Under its version, and under its bare id, if that was asked for, where it is the newest that came. */
function file(found: Map<string, Paper>, paper: Paper, batch: readonly string[]): void {
  if (paper.version !== undefined) found.set(`${paper.id}v${paper.version}`, paper)
  if (!batch.includes(paper.id)) return
  const other = found.get(paper.id)
  if (other === undefined || (other.version ?? 0) <= (paper.version ?? 0))
    found.set(paper.id, paper)
}

/** A version that was asked for by itself, and may not be the current one. */
function isDoubtful(key: string, paper: Paper | undefined, asked: ReadonlySet<string>): boolean {
  return paper !== undefined && key === paper.id && asked.has(`${key}v${paper.version}`)
}

function keyOf(id: ArxivId | undefined): string | undefined {
  return id?.version === undefined ? id?.id : `${id.id}v${id.version}`
}
