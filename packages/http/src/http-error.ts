import { SourceError, type SourceErrorCode } from '@inference-report/source'
import { redactUrl } from './redact.ts'

/** A SourceError of this package; the address is told without its secrets. */
export function httpError(
  code: SourceErrorCode,
  url: string | URL,
  expected: string,
  detail: { received?: unknown; cause?: unknown; retryable?: boolean | undefined } = {},
): SourceError {
  return new SourceError(code, { source: 'http', url: redactUrl(url), expected, ...detail })
}
