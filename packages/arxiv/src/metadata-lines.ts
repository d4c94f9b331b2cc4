import { SourceError, type Warning } from '@inference-report/source'
import type { WarningOptions } from './abstract-page.ts'
import { parseMetadataLine } from './metadata-line.ts'
import type { Paper } from './paper.ts'
import { splitLines } from './split-lines.ts'

/** A file as it comes: a stream, or anything else that yields its pieces. */
export type TextSource =
  | ReadableStream<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | Iterable<string | Uint8Array>

/** How to read a file of lines. */
export interface MetadataOptions extends WarningOptions {
  /** Longer lines are left out, with a warning: 4,000,000 characters by default. */
  longestLine?: number | undefined
}

/**
 * Reads the metadata snapshot, one paper a line, as it arrives: no more is held of a file of
 * gigabytes than the piece and the line at hand. A line that is no paper is left out, with the
 * warning `line-skipped` and its number.
 *
 * @throws SourceError `drift` at the end of a file of whose lines none could be read, `empty` at the
 * end of one without lines.
 */
export async function* readMetadataLines(
  source: TextSource,
  options: MetadataOptions = {},
): AsyncGenerator<Paper, void, undefined> {
  const { onWarning, longestLine = 4_000_000 } = options
  let papers = 0
  let lines = 0
  let firstBad: string | undefined
  for await (const { line, number } of splitLines(source, longestLine)) {
    if (line?.trim() === '') continue
    lines++
    const path = `line ${number}`
    const warn = (warning: Warning): void =>
      onWarning?.({
        ...warning,
        path: warning.path === undefined ? path : `${path}.${warning.path}`,
      })
    const paper = line === undefined ? undefined : readLine(line, warn)
    if (paper === undefined) {
      firstBad ??= line ?? path
      const message =
        line === undefined
          ? `The line is longer than ${longestLine} characters.`
          : 'The line is no paper.'
      warn({ code: 'line-skipped', message })
      continue
    }
    papers++
    yield paper
  }
  if (papers > 0) return
  throw new SourceError(lines === 0 ? 'empty' : 'drift', {
    source: 'arxiv',
    expected: 'lines of the metadata snapshot',
    received: firstBad ?? 'nothing',
  })
}

function readLine(line: string, onWarning: (warning: Warning) => void): Paper | undefined {
  try {
    return parseMetadataLine(line, { onWarning })
  } catch (error) {
    if (SourceError.is(error)) return undefined
    throw error
  }
}
