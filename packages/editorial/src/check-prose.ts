import type { Fact, Sentence } from '@inference-report/issue'
import type { CitableItem } from './citable-item.ts'
import { reversedDirections } from './directions.ts'
import { unsupportedLinks, withoutLinks } from './links.ts'
import { unsupportedNames } from './names.ts'
import { isBorneOut, readNumbers } from './number-tokens.ts'
import { readQuotations } from './quotations.ts'
import { reversedRelations } from './relations.ts'
import { rowNames, unsupportedRows } from './row-names.ts'
import { unsupportedScopes } from './scopes.ts'
import { unsupportedSuperlatives } from './superlatives.ts'
import { evenText, readSupport, type Support } from './support.ts'

export type FindingCode =
  | 'no-support'
  | 'unknown-support'
  | 'unsupported-number'
  | 'unsupported-quotation'
  | 'unsupported-link'
  | 'unsupported-superlative'
  | 'unsupported-scope'
  | 'unsupported-direction'
  | 'unsupported-name'

/** Something that a sentence says and its supports do not. */
export interface Finding {
  code: FindingCode
  /** The text of the sentence. */
  sentence: string
  /** What exactly, in plain words. */
  detail: string
}

/** The only sentence that may stand without support, in an issue without a fact and an item. */
export const nothingToReport = 'Nothing was collected for this issue.'

/**
 * Holds each sentence against the facts and items it names as its supports, and against nothing else.
 * Empty for prose that says no more than they do. It compares words, numbers, the direction of what
 * moved, who stands above whom and the scope of superlatives, not meaning: another wrong claim made of
 * right words passes.
 */
export function checkProse(
  sentences: readonly Sentence[],
  { facts, items }: { facts: readonly Fact[]; items: readonly CitableItem[] },
): Finding[] {
  const factsById = new Map(facts.map((fact) => [fact.id, fact]))
  const itemsById = new Map(items.map((item) => [item.id, item]))
  const rows = rowNames(facts, items)
  return sentences.flatMap((sentence) => {
    const finding = (code: FindingCode, detail: string): Finding => ({
      code,
      sentence: sentence.text,
      detail,
    })
    if (sentence.supports.length === 0) {
      const isEmptyIssue = facts.length + items.length === 0
      return isEmptyIssue && sentence.text === nothingToReport
        ? []
        : [finding('no-support', 'it names no fact or item')]
    }
    const ids = [...new Set(sentence.supports)]
    const support = readSupport(
      ids.flatMap((id) => factsById.get(id) ?? []),
      ids.flatMap((id) => itemsById.get(id) ?? []),
    )
    return [
      ...ids
        .filter((id) => !factsById.has(id) && !itemsById.has(id))
        .map((id) => finding('unknown-support', `there is no fact or item ${id}`)),
      ...textFindings(sentence.text, support, rows).map(({ code, detail }) =>
        finding(code, detail),
      ),
    ]
  })
}

function textFindings(
  text: string,
  support: Support,
  rows: readonly string[],
): { code: FindingCode; detail: string }[] {
  const words = withoutLinks(text)
  const { quotations, unquoted } = readQuotations(words)
  return [
    ...readNumbers(evenText(words))
      .filter((number) => !isBorneOut(number, support.numbers))
      .map((number) => ({
        code: 'unsupported-number' as const,
        detail: `no support has the ${number.kind === 'plain' ? 'number' : number.kind} ${number.text}`,
      })),
    ...quotations
      .filter((quotation) => !isQuoted(quotation, support))
      .map((quotation) => ({
        code: 'unsupported-quotation' as const,
        detail: `no support says ${quotation}`,
      })),
    ...unsupportedLinks(text, support).map((link) => ({
      code: 'unsupported-link' as const,
      detail: `no supporting item links to ${link}`,
    })),
    ...unsupportedSuperlatives(unquoted, support).map((word) => ({
      code: 'unsupported-superlative' as const,
      detail: `no supporting fact says ${word}`,
    })),
    ...unsupportedScopes(unquoted, support).map((scope) => ({
      code: 'unsupported-scope' as const,
      detail: `no supporting fact says ${scope} of so much`,
    })),
    ...[
      ...new Set([
        ...reversedDirections(unquoted, support),
        ...reversedRelations(unquoted, support),
      ]),
    ].map((word) => ({
      code: 'unsupported-direction' as const,
      detail: `the supporting facts say the opposite of ${word}`,
    })),
    ...[
      ...new Set([
        ...unsupportedNames(unquoted, support),
        ...unsupportedRows(unquoted, rows, support),
      ]),
    ].map((name) => ({
      code: 'unsupported-name' as const,
      detail: `no support names ${name}`,
    })),
  ]
}

// American printers put the stop of the sentence inside the marks.
function isQuoted(quotation: string, { text }: Support): boolean {
  const words = evenText(quotation)
  return text.includes(words) || text.includes(words.replace(/[.,]$/, ''))
}
