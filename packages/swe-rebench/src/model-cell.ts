import type { EntryFlag } from '@inference-report/leaderboard'
import type { Defects } from '@inference-report/source'
import { classesOf, type DomElement, hasClass, readTexts, withDescendants } from './dom.ts'

const agentLabel = /^(?:agent|external system)$/i

/** The name without the label ("Model", "Agent") and the icon's title that share its cell. */
export function readName(cell: DomElement, path: string, defects: Defects): string | undefined {
  const marked = withDescendants(cell).find((element) =>
    hasClass(element, 'rank-table__model-name'),
  )
  if (marked !== undefined) return readTexts(marked)[0]
  const first = readTexts(cell).find((text) => !/^model$/i.test(text) && !agentLabel.test(text))
  if (first !== undefined) {
    const message = 'No element is marked as the name; the first text of the cell was taken.'
    defects.add('name-unmarked', message, path)
  }
  return first
}

// May 2026 marks contamination as plain "highlight"; the redesign names it, and labels agents in words.
const flagOfClass: readonly (readonly [RegExp, EntryFlag])[] = [
  [/^rank-table__row-(?:highlight|.*contamination.*)$/, 'contaminated'],
  [/^rank-table__row-.*external.*$/, 'external'],
  [/^rank-table__row-.*inactive.*$/, 'out-of-range'],
]

/** From the row's classes, and from the labels beside its name. */
export function readFlags(row: DomElement, labels: readonly string[]): EntryFlag[] {
  const classes = classesOf(row)
  const isLabelled = labels.some((text) => agentLabel.test(text))
  return flagOfClass
    .filter(
      ([pattern, flag]) =>
        classes.some((name) => pattern.test(name)) || (flag === 'external' && isLabelled),
    )
    .map(([, flag]) => flag)
}
