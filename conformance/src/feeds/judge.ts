import type { Case } from './check.ts'
import { agrees } from './compare.ts'
import type { Difference } from './differences.ts'
import { isMarkup, readField } from './read-field.ts'
import type { TextField } from './record.ts'
import type { Outcome } from './run-parser.ts'

export interface Failure {
  file: string
  field: string
  expected: unknown
  got: unknown
}

export interface Verdict {
  passed: number
  total: number
  /** Checks that fail as `differences.ts` says they may. */
  listed: number
  /** `throws: …` or `hangs`, where it should have read. */
  trouble: string | undefined
  failures: Failure[]
}

/** Counts what of a case a parser got right. Who throws fails every check of the case. */
export function judge(
  corpus: string,
  { file, checks, mustThrow, mayThrow }: Case,
  outcome: Outcome,
  markup: ReadonlySet<TextField>,
  differences: readonly Difference[],
): Verdict {
  const trouble =
    'error' in outcome ? `throws: ${outcome.error}` : 'hang' in outcome ? 'hangs' : undefined
  const verdict: Verdict = {
    passed: 0,
    total: 0,
    listed: 0,
    trouble: mayThrow ? undefined : trouble,
    failures: [],
  }
  const fail = (field: string, expected: unknown, got: unknown) => {
    const known = differences.some(
      (each) => each.corpus === corpus && each.file === file && each.field === field,
    )
    if (known) verdict.listed += 1
    else {
      verdict.total += 1
      verdict.failures.push({ file, field, expected, got })
    }
  }
  if (mustThrow) {
    if (trouble?.startsWith('throws')) {
      return { ...verdict, passed: 1, total: 1, trouble: undefined }
    }
    fail('(refuses)', 'an error', trouble ?? 'a record')
    return verdict
  }
  for (const check of checks) {
    if (!('record' in outcome)) {
      fail(check.field, check.expected, trouble)
      continue
    }
    const actual = readField(outcome.record, check.field, markup)
    if (agrees(check, actual, isMarkup(check.field, markup))) {
      verdict.passed += 1
      verdict.total += 1
    } else fail(check.field, check.expected, actual)
  }
  return verdict
}
