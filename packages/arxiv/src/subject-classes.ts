import type { Warning } from '@inference-report/source'
import { findCategory } from './taxonomy.ts'

/** What stands under "subjects", by scheme. */
export interface SubjectClasses {
  categories: string[]
  mscClasses: string[]
  acmClasses: string[]
  /** Of no scheme we know. */
  unknown: string[]
}

const mscCode = /\b\d{2}(?:[A-Z](?:\d{2}|xx)|-\d{2}|-XX)?\b/g
const mscList = /^\s*(?:msc[\s:]*)?\d{2}(?:[A-Z](?:\d{2}|xx)|-\d{2}|-XX)?\b(?![.:/])/i
const acmCode = /\b[A-K]\.(?:\d|m)(?:\.(?:\d|m))?\b/g
const acmList = /^\s*(?:acm[\s:]*)?[A-K]\.(?:\d|m)\b/

/** The codes of a field that holds MSC classes, e.g. `Primary 28A80; Secondary 39B62`. */
export function readMscClasses(text: string | undefined): string[] {
  return [...new Set((text ?? '').match(mscCode) ?? [])]
}

/** The codes of a field that holds ACM classes, e.g. `D.2.4; I.2`. */
export function readAcmClasses(text: string | undefined): string[] {
  return [...new Set((text ?? '').match(acmCode) ?? [])]
}

/** Sorts category terms, and tells those that are of no scheme we know. */
export function readSubjects(
  terms: readonly string[],
  warn: (warning: Warning) => void,
): Omit<SubjectClasses, 'unknown'> {
  const { unknown, ...subjects } = sortSubjects(terms)
  for (const term of unknown) {
    warn({
      code: 'unknown-category',
      message: `"${term.slice(0, 60)}" is no category of arXiv.`,
      path: 'categories',
    })
  }
  return subjects
}

/**
 * Sorts category terms. Until November 2025 the query API gave MSC and ACM classes as categories,
 * e.g. `28A80 (Primary) 39B62 (Secondary)` or `D.2.4; I.2`.
 *
 * @see https://info.arxiv.org/help/prep.html#msc
 */
export function sortSubjects(terms: readonly string[]): SubjectClasses {
  const sorted: SubjectClasses = { categories: [], mscClasses: [], acmClasses: [], unknown: [] }
  for (const term of terms) {
    const category = findCategory(term)
    if (category !== undefined) sorted.categories.push(category.id)
    else if (mscList.test(term)) sorted.mscClasses.push(...(term.match(mscCode) ?? []))
    else if (acmList.test(term)) sorted.acmClasses.push(...(term.match(acmCode) ?? []))
    // A category newer than our list is told by its form.
    else if (/^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z]{2,}(?:-[a-z]+)?)?$/.test(term))
      sorted.categories.push(term)
    else sorted.unknown.push(term)
  }
  return {
    categories: [...new Set(sorted.categories)],
    mscClasses: [...new Set(sorted.mscClasses)],
    acmClasses: [...new Set(sorted.acmClasses)],
    unknown: [...new Set(sorted.unknown)],
  }
}
