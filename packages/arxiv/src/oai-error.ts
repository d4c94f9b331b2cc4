import { SourceError, type SourceErrorCode } from '@inference-report/source'
import { childrenOf, oneLine } from './child-elements.ts'
import { oai } from './namespaces.ts'
import type { Element } from './xml-element.ts'

/** The errors of the protocol, see https://www.openarchives.org/OAI/openarchivesprotocol.html#ErrorConditions. */
export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noMetadataFormats'
  | 'noRecordsMatch'
  | 'noSetHierarchy'

const codes: Readonly<Record<OaiErrorCode, SourceErrorCode>> = {
  badArgument: 'upstream',
  badResumptionToken: 'upstream',
  badVerb: 'upstream',
  cannotDisseminateFormat: 'upstream',
  idDoesNotExist: 'not-found',
  noMetadataFormats: 'not-found',
  noRecordsMatch: 'empty',
  noSetHierarchy: 'upstream',
}

/**
 * The protocol's own code of an error that `parseOai` threw, as it begins the error's `received`;
 * `undefined` for any other error. After `badResumptionToken` (a token lives until the next midnight
 * UTC) a list has to be asked for again from the datestamp it had come to.
 */
export function oaiErrorCode(error: unknown): OaiErrorCode | undefined {
  if (!SourceError.is(error) || error.source !== 'arxiv') return undefined
  const [, code] = /^([A-Za-z]+):/.exec(error.received) ?? []
  return code !== undefined && isOaiErrorCode(code) ? code : undefined
}

/**
 * Whether arXiv says that nothing matches.
 *
 * @throws SourceError for any other error of the protocol: `not-found` for `idDoesNotExist` and
 * `noMetadataFormats`, else `upstream`. None of them succeeds when it is asked again.
 */
export function readOaiErrors(root: Element): 'noRecordsMatch' | undefined {
  const errors = childrenOf(root, [oai, 'error'])
  const worst = errors.find(({ attributes }) => attributes.get('code') !== 'noRecordsMatch')
  if (worst === undefined) return errors.length === 0 ? undefined : 'noRecordsMatch'
  const code = worst.attributes.get('code') ?? 'error'
  throw new SourceError(isOaiErrorCode(code) ? codes[code] : 'upstream', {
    source: 'arxiv',
    expected: 'an answer of OAI-PMH',
    received: `${code}: ${readReason(worst.text)}`,
    retryable: false,
  })
}

/** arXiv repeats the protocol's definition of the code before its own reason. */
function readReason(text: string): string {
  const line = oneLine(text) ?? 'without a reason'
  return /\bReason:\s*(\S.*)$/.exec(line)?.[1] ?? line
}

function isOaiErrorCode(code: string): code is OaiErrorCode {
  return Object.hasOwn(codes, code)
}
