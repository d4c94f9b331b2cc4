import type { Warning } from '@inference-report/source'
import type { Paper } from './paper.ts'

/** What OAI-PMH can be asked. */
export type OaiVerb =
  | 'GetRecord'
  | 'Identify'
  | 'ListIdentifiers'
  | 'ListMetadataFormats'
  | 'ListRecords'
  | 'ListSets'

/** The header of a record: all there is of it in `ListIdentifiers`. */
export interface OaiHeader {
  /** As arXiv writes it, e.g. `'oai:arXiv.org:2403.01234'`. */
  identifier: string
  /** The paper, e.g. `'2403.01234'`; absent where the identifier is of no paper of arXiv. */
  id?: string | undefined
  /**
   * When anything in the record last changed, `YYYY-MM-DD` in UTC: not when the paper was submitted.
   * Thousands of old papers change in one night.
   */
  datestamp?: string | undefined
  /** e.g. `['cs:cs:SE', 'cs:cs:LG']`; `['cs']` before 2025. */
  sets: string[]
  /** The record is gone; there is no paper with it. */
  deleted?: true | undefined
}

/** Where a list goes on. */
export interface OaiResumptionToken {
  /** To be sent as the one argument beside the verb, escaped once more. */
  token: string
  /** How many records the whole list has; not told since 2025. */
  completeListSize?: number | undefined
  /** How many records came before this page; not told since 2025. */
  cursor?: number | undefined
  /** ISO 8601 UTC. */
  expiresAt?: string | undefined
}

/** A set that can be harvested by itself. */
export interface OaiSet {
  /** e.g. `'cs:cs:SE'` */
  spec: string
  /** e.g. `'Software Engineering'` */
  name: string
}

/** A format that records can be had in. */
export interface OaiFormat {
  /** e.g. `'arXivRaw'` */
  prefix: string
  /** e.g. `'http://arxiv.org/OAI/arXivRaw/'` */
  namespace?: string | undefined
  /** Address of its XML Schema. */
  schema?: string | undefined
}

/** What the repository says of itself. */
export interface OaiRepository {
  /** e.g. `'arXiv'` */
  name: string
  /** e.g. `'https://oaipmh.arxiv.org/oai'` */
  baseUrl?: string | undefined
  /** `'2.0'` */
  protocolVersion?: string | undefined
  adminEmails: string[]
  /** `from` of a request may not be before it: `YYYY-MM-DD`. */
  earliestDatestamp?: string | undefined
  /** `'persistent'`, `'transient'` or `'no'`: whether deleted records keep a header. */
  deletedRecord?: string | undefined
  /** `'YYYY-MM-DD'` */
  granularity?: string | undefined
}

/** The request, as arXiv repeats it. It leaves the arguments of a bad one out. */
export interface OaiRequest {
  /** e.g. `'https://oaipmh.arxiv.org/oai'` */
  baseUrl?: string | undefined
  metadataPrefix?: string | undefined
  identifier?: string | undefined
  set?: string | undefined
  from?: string | undefined
  until?: string | undefined
  resumptionToken?: string | undefined
}

/** One answer of arXiv's OAI-PMH interface. What its verb does not tell is `[]` or absent. */
export interface OaiAnswer {
  verb?: OaiVerb | undefined
  /** In the answer's order. */
  papers: Paper[]
  /** Of all records of the answer, also of those without paper. */
  headers: OaiHeader[]
  /** Ids of the papers whose records are deleted. */
  deleted: string[]
  /** Absent on the last page of a list. */
  resumptionToken?: OaiResumptionToken | undefined
  /** arXiv says that nothing matches: a normal day without papers. */
  noRecordsMatch?: true | undefined
  sets: OaiSet[]
  formats: OaiFormat[]
  identify?: OaiRepository | undefined
  request: OaiRequest
  /** When arXiv answered: ISO 8601 UTC. */
  respondedAt?: string | undefined
  warnings: Warning[]
}
