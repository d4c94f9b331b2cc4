import { SourceError } from '@inference-report/source'
import { type Drift, type DriftSeverity, graverThan } from './drift.ts'

/**
 * Throws where a sign is graver than `above`; otherwise gives back the signs, to be told as warnings.
 *
 * @throws SourceError `drift`, whose `received` holds the codes, columns and messages found.
 */
export function refuseDrift(
  drifts: readonly Drift[],
  about: { source: string; url?: string | undefined },
  above: DriftSeverity = 'warning',
): Drift[] {
  const grave = graverThan(above, drifts)
  if (grave.length === 0) return [...drifts]
  const { source, url } = about
  throw new SourceError('drift', {
    source,
    url,
    expected: 'a board like the last good one',
    received: grave.map(({ code, message }) => `${code}: ${message}`).join(' '),
    cause: grave,
  })
}
