import { SourceError, type Warning } from '@inference-report/source'
import { childrenOf, present, textOf } from './child-elements.ts'
import { throwIfErrorFeed } from './error-feed.ts'
import { atom, openSearch } from './namespaces.ts'
import type { Paper } from './paper.ts'
import { readQueryEntry } from './query-entry.ts'
import { parseXml } from './xml.ts'
import type { Element } from './xml-element.ts'

/** One page of answers of the query API. */
export interface QueryFeed {
  /** In arXiv's order, which is not that of an `id_list`: find papers by `id`. */
  papers: Paper[]
  /** How many papers match on all pages. It may drift between pages. */
  totalResults?: number | undefined
  /** Place of the first paper of this page, from 0. */
  startIndex?: number | undefined
  /** The size asked for, not the number of papers. */
  itemsPerPage?: number | undefined
  /** The query as arXiv ran it, e.g. `'search_query=cat:cs.SE&id_list=&start=0&max_results=10'`. */
  query?: string | undefined
  warnings: Warning[]
}

/**
 * Reads an answer of https://export.arxiv.org/api/query, of the service since November 2025 and of
 * the one before it, which archives and mirrors still hold.
 *
 * @throws SourceError `upstream` for arXiv's error entries, `rate-limited` for its throttle,
 * `unparseable` for what is no complete XML, `not-a-feed` for XML that is no Atom feed, `drift` for
 * another feed, and `empty` (try again) for a page without entries where there should be some.
 * @see https://info.arxiv.org/help/api/user-manual.html
 */
export function parseQueryFeed(xml: string): QueryFeed {
  const root = parseXml(xml)
  throwIfErrorFeed(root)
  if (root.name !== 'feed' || root.namespace !== atom) {
    throw new SourceError('not-a-feed', {
      source: 'arxiv',
      expected: 'an Atom feed',
      received: `the element ${root.name}`,
    })
  }
  const totalResults = readCount(root, 'totalResults')
  if (totalResults === undefined) {
    throw new SourceError('drift', {
      source: 'arxiv',
      expected: 'an answer of the query API, with the number of its results',
      received: textOf(root, [atom, 'title']) ?? 'a feed without title',
    })
  }
  const startIndex = readCount(root, 'startIndex')
  const itemsPerPage = readCount(root, 'itemsPerPage')
  const query = present(/^arXiv Query:(.*)$/is.exec(textOf(root, [atom, 'title']) ?? '')?.[1])
  const warnings: Warning[] = []
  const entries = childrenOf(root, [atom, 'entry'])
  const papers = readEntries(entries, warnings)
  const due = Math.min(totalResults - (startIndex ?? 0), itemsPerPage ?? 1)
  if (entries.length === 0 && due > 0) rejectEmptyPage(query, totalResults, warnings)
  return {
    papers,
    totalResults,
    ...(startIndex !== undefined && { startIndex }),
    ...(itemsPerPage !== undefined && { itemsPerPage }),
    ...(query !== undefined && { query }),
    warnings,
  }
}

function readCount(root: Element, name: string): number | undefined {
  const text = textOf(root, [openSearch, name])
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function readEntries(entries: readonly Element[], warnings: Warning[]): Paper[] {
  const papers = entries.flatMap((entry, index) => {
    const at = `entries[${index}]`
    const paper = readQueryEntry(entry, ({ path, ...warning }) =>
      warnings.push({ ...warning, path: path === undefined ? at : `${at}.${path}` }),
    )
    return paper ?? []
  })
  const unreadable = warnings.filter(({ code }) => code === 'item-skipped').length
  if (papers.length === 0 && unreadable > 0) {
    throw new SourceError('drift', {
      source: 'arxiv',
      expected: 'entries with an arXiv id and a title',
      received: `${entries.length} entries, none of them readable`,
    })
  }
  return papers
}

/**
 * The API at times answers a page in range with none of its entries, see
 * https://github.com/lukasschwab/arxiv.py/issues/129. The old service counted an unknown id as a result.
 */
function rejectEmptyPage(
  query: string | undefined,
  totalResults: number,
  warnings: Warning[],
): void {
  if (/^search_query=&(?:amp;)?id_list=[^&]+/.test(query ?? '')) {
    warnings.push({ code: 'id-not-found', message: 'arXiv has no paper with the id asked for.' })
    return
  }
  throw new SourceError('empty', {
    source: 'arxiv',
    expected: 'a page with entries',
    received: `none of ${totalResults} results`,
    retryable: true,
  })
}
