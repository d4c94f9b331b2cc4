import type { Defects, Warning } from '@inference-report/source'
import { parseArxivId } from './arxiv-id.ts'
import { buildPaper } from './build-paper.ts'
import { childOf, childrenOf, textOf } from './child-elements.ts'
import { oai } from './namespaces.ts'
import type { OaiHeader } from './oai-answer.ts'
import { type OaiParts, readArxivFormat, readOldFormat, readRawFormat } from './oai-arxiv.ts'
import { readDublinCore } from './oai-dublin-core.ts'
import type { Paper } from './paper.ts'
import { readDay } from './timestamp.ts'
import type { Element } from './xml-element.ts'

/** The header of a record; `undefined` where it names no record. */
export function readOaiHeader(element: Element | undefined): OaiHeader | undefined {
  const identifier = element === undefined ? undefined : textOf(element, [oai, 'identifier'])
  if (element === undefined || identifier === undefined) return undefined
  const id = parseArxivId(identifier)?.id
  const datestamp = readDay(textOf(element, [oai, 'datestamp']))
  return {
    identifier,
    ...(id !== undefined && { id }),
    ...(datestamp !== undefined && { datestamp }),
    sets: childrenOf(element, [oai, 'setSpec']).flatMap(({ text }) => text.trim() || []),
    ...(element.attributes.get('status') === 'deleted' && { deleted: true as const }),
  }
}

/** The paper of a record; `undefined`, with a warning, where there is none. */
export function readOaiRecord(
  record: Element,
  header: OaiHeader,
  at: string,
  defects: Defects,
): Paper | undefined {
  const [metadata] = childOf(record, [oai, 'metadata'])?.children ?? []
  const warn = ({ code, message, path }: Warning): void =>
    defects.add(code, message, path === undefined ? at : `${at}.${path}`)
  const parts = metadata === undefined ? undefined : readFormat(metadata, header, warn)
  const identified = parts?.identified ?? parseArxivId(header.identifier)
  const title = parts?.title
  if (parts === undefined || identified === undefined || title === undefined) {
    const missing = parts === undefined ? 'metadata we know' : title === undefined ? 'title' : 'id'
    warn({ code: 'item-skipped', message: `A record without ${missing} was left out.` })
    return undefined
  }
  return buildPaper({ ...parts, identified, title })
}

function readFormat(
  metadata: Element,
  header: OaiHeader,
  warn: (warning: Warning) => void,
): OaiParts | undefined {
  if (metadata.name === 'arXiv') return readArxivFormat(metadata, warn)
  if (metadata.name === 'arXivRaw') return readRawFormat(metadata, warn)
  if (metadata.name === 'arXivOld') return readOldFormat(metadata, warn)
  return metadata.name === 'dc' ? readDublinCore(metadata, header) : undefined
}
