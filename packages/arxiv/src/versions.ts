import type { Warning } from '@inference-report/source'
import type { Paper, PaperVersion } from './paper.ts'
import { readInstant } from './timestamp.ts'

/** One version as a surface prints it. */
export interface WrittenVersion {
  /** `v2` */
  name: string | undefined
  /** RFC 822 */
  date: string | undefined
  /** `133kb`, `(475 KB)` */
  size?: string | undefined
  sourceType?: string | undefined
  withdrawn?: boolean | undefined
}

/** What a list of versions tells of the paper: both its dates, and whether its last version withdraws it. */
export type VersionFacts = Pick<
  Paper,
  'version' | 'submittedAt' | 'updatedAt' | 'history' | 'withdrawn'
>

/**
 * Reads a list of all versions, sorted by number. `version` says which one is at hand; by default
 * the last.
 */
export function readVersions(
  written: readonly WrittenVersion[],
  warn: (warning: Warning) => void,
  version?: number,
): VersionFacts {
  const found = new Map<number, PaperVersion>()
  for (const one of written) {
    const entry = readVersion(one, warn)
    if (entry !== undefined && !found.has(entry.version)) found.set(entry.version, entry)
  }
  const history = [...found.values()].sort((a, b) => a.version - b.version)
  const last = history.at(-1)
  const current = version === undefined ? last : found.get(version)
  return {
    version: version ?? last?.version,
    submittedAt: found.get(1)?.submittedAt,
    updatedAt: current?.submittedAt,
    history,
    withdrawn: last === undefined ? undefined : last.withdrawn === true,
  }
}

function readVersion(
  written: WrittenVersion,
  warn: (warning: Warning) => void,
): PaperVersion | undefined {
  const [, number] = /^v?([1-9]\d{0,3})$/.exec(written.name?.trim() ?? '') ?? []
  if (number === undefined) {
    warn({
      code: 'unreadable-version',
      message: `"${written.name?.slice(0, 60) ?? ''}" is no version; it was left out.`,
      path: 'history',
    })
    return undefined
  }
  const submittedAt = readInstant(written.date)
  if (submittedAt === undefined) {
    warn({
      code: 'unreadable-date',
      message: `"${written.date?.slice(0, 60) ?? ''}" is no date.`,
      path: `history.v${number}`,
    })
  }
  const kilobytes = readKilobytes(written.size)
  const withdrawn = written.withdrawn === true || /I/.test(written.sourceType ?? '')
  return {
    version: Number(number),
    ...(submittedAt !== undefined && { submittedAt }),
    ...(kilobytes !== undefined && { kilobytes }),
    ...(written.sourceType !== undefined && { sourceType: written.sourceType }),
    ...(withdrawn && { withdrawn: true as const }),
  }
}

function readKilobytes(size: string | undefined): number | undefined {
  const [, number, unit = ''] = /(\d[\d,]{0,11})\s*(kb|mb)/i.exec(size ?? '') ?? []
  if (number === undefined) return undefined
  return Number(number.replaceAll(',', '')) * (unit.toLowerCase() === 'mb' ? 1000 : 1)
}
