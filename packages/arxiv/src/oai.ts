import { collectDefects, type Defects, SourceError } from '@inference-report/source'
import { childOf, childrenOf, textOf } from './child-elements.ts'
import { oai } from './namespaces.ts'
import type { OaiAnswer, OaiHeader, OaiResumptionToken, OaiVerb } from './oai-answer.ts'
import { readOaiErrors } from './oai-error.ts'
import { readOaiHeader, readOaiRecord } from './oai-record.ts'
import { readFormats, readIdentify, readRequest, readSets } from './oai-repository.ts'
import type { Paper } from './paper.ts'
import { readInstant } from './timestamp.ts'
import { parseXml } from './xml.ts'
import type { Element } from './xml-element.ts'

const verbs: readonly OaiVerb[] = [
  'ListRecords',
  'GetRecord',
  'ListIdentifiers',
  'ListSets',
  'ListMetadataFormats',
  'Identify',
]

/**
 * Reads an answer of https://oaipmh.arxiv.org/oai, or of `export.arxiv.org/oai2` before 2025: all
 * verbs, and records in the formats `arXiv`, `arXivRaw`, `arXivOld` and `oai_dc`. No record matches:
 * that is an answer without papers, marked `noRecordsMatch`.
 *
 * @throws SourceError `upstream` or `not-found` for the protocol's errors, see `oaiErrorCode`;
 * `rate-limited` for arXiv's throttle, `unparseable` for what is no complete XML, `drift` for other XML
 * or records of which none can be read, `empty` (try again) for a list without entries.
 * @see https://info.arxiv.org/help/oa/index.html
 */
export function parseOai(xml: string): OaiAnswer {
  const root = parseXml(xml)
  if (root.name !== 'OAI-PMH' || root.namespace !== oai) {
    throw drift('an answer of OAI-PMH', `the element ${root.name}`)
  }
  const nothing = readOaiErrors(root)
  const request = childOf(root, [oai, 'request'])
  const body = root.children.find(({ name, namespace }) => namespace === oai && isVerb(name))
  if (body === undefined && nothing === undefined)
    throw drift('an element named as its verb', 'none')
  const verb = body?.name ?? request?.attributes.get('verb')
  const respondedAt = readInstant(textOf(root, [oai, 'responseDate']))
  const defects = collectDefects()
  const { papers, headers } = body === undefined ? nobody : readRecords(body, defects)
  const resumptionToken = body === undefined ? undefined : readToken(body)
  const identify = body?.name === 'Identify' ? readIdentify(body) : undefined
  return {
    ...(isVerb(verb) && { verb }),
    papers,
    headers,
    deleted: headers.flatMap(({ id, deleted }) => (deleted === true && id !== undefined ? id : [])),
    ...(resumptionToken !== undefined && { resumptionToken }),
    ...(nothing !== undefined && { noRecordsMatch: true as const }),
    sets: body?.name === 'ListSets' ? readSets(body) : [],
    formats: body?.name === 'ListMetadataFormats' ? readFormats(body) : [],
    ...(identify !== undefined && { identify }),
    request: readRequest(request),
    ...(respondedAt !== undefined && { respondedAt }),
    warnings: defects.warnings(),
  }
}

const nobody = { papers: [], headers: [] }

function isVerb(text: string | undefined): text is OaiVerb {
  return verbs.some((verb) => verb === text)
}

function readRecords(body: Element, defects: Defects): { papers: Paper[]; headers: OaiHeader[] } {
  const isIdentifiers = body.name === 'ListIdentifiers'
  const isRecords = body.name === 'ListRecords' || body.name === 'GetRecord'
  if (!isIdentifiers && !isRecords) return nobody
  const elements = childrenOf(body, [oai, isIdentifiers ? 'header' : 'record'])
  if (elements.length === 0) {
    throw new SourceError('empty', {
      source: 'arxiv',
      expected: `entries in ${body.name}, or noRecordsMatch`,
      received: 'none',
      retryable: true,
    })
  }
  const papers = new Map<string, Paper>()
  const headers: OaiHeader[] = []
  for (const [index, element] of elements.entries()) {
    const at = `${isIdentifiers ? 'headers' : 'records'}[${index}]`
    const header = readOaiHeader(isIdentifiers ? element : childOf(element, [oai, 'header']))
    if (header === undefined) {
      defects.add('item-skipped', 'A record without identifier was left out.', at)
      continue
    }
    headers.push(header)
    if (isIdentifiers || header.deleted === true) continue
    const paper = readOaiRecord(element, header, at, defects)
    if (paper === undefined) continue
    if (papers.has(paper.id)) {
      defects.add('duplicate-item', `${paper.id} stands twice; the first was kept.`, at)
    } else papers.set(paper.id, paper)
  }
  const due = headers.filter(({ deleted }) => deleted !== true).length
  if (headers.length === 0 || (isRecords && due > 0 && papers.size === 0)) {
    throw drift('records with an arXiv id and a title', `${elements.length}, none of them readable`)
  }
  return { papers: [...papers.values()], headers }
}

/** An empty one marks the last page of a list. */
function readToken(body: Element): OaiResumptionToken | undefined {
  const element = childOf(body, [oai, 'resumptionToken'])
  const token = element?.text.trim() ?? ''
  if (element === undefined || token === '') return undefined
  const completeListSize = readCount(element.attributes.get('completeListSize'))
  const cursor = readCount(element.attributes.get('cursor'))
  const expiresAt = readInstant(element.attributes.get('expirationDate'))
  return {
    token,
    ...(completeListSize !== undefined && { completeListSize }),
    ...(cursor !== undefined && { cursor }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
}

function readCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

function drift(expected: string, received: string): SourceError {
  return new SourceError('drift', { source: 'arxiv', expected, received })
}
