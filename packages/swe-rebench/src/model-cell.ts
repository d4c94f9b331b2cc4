import type { EntryFlag } from '@inference-report/leaderboard'
import { cutText, type Defects } from '@inference-report/source'
import { classesOf, type DomElement, hasClass, withDescendants } from './dom.ts'
import { ownText, ownTexts, printedText } from './text.ts'

const agentLabel = /^(?:agent|external system)$/i
const anyLabel = /^(?:model|agent|external system)$/i

/** What the cell of a model says. */
export interface ModelCell {
  name: string
  /** The texts beside the name, such as "Agent". */
  labels: string[]
}

/** The whole name without the label ("Model", "Agent") and the icon's title that share its cell. */
export function readModelCell(
  cell: DomElement,
  path: string,
  defects: Defects,
): ModelCell | undefined {
  const elements = withDescendants(cell)
  const marked = elements.find((element) => hasClass(element, 'rank-table__model-name'))
  const found =
    marked ?? elements.find((element) => ownText(element) !== '' && !isLabel(ownText(element)))
  if (found === undefined) return undefined
  const isBeside = (element: DomElement) => element !== found && isLabel(ownText(element))
  const name = marked === undefined ? printedText(found, isBeside) : printedText(marked)
  if (name === '') return undefined
  if (marked === undefined) {
    const message = 'No element is marked as the name; the first text of the cell was taken.'
    defects.add('name-unmarked', message, path)
    return { name, labels: ownTexts(elements) }
  }
  // A word of the name is no label, be it "Agent".
  const within = new Set(withDescendants(marked))
  const beside = elements.filter((element) => !within.has(element))
  const rest = printedText(cell, (element) => element === marked)
  return { name, labels: [rest, ...ownTexts(beside)] }
}

function isLabel(text: string): boolean {
  return anyLabel.test(text)
}

// May 2026 marks contamination as plain "highlight"; the redesign names it, and labels agents in words.
const flagOfClass: readonly (readonly [RegExp, EntryFlag])[] = [
  [/^rank-table__row-(?:highlight|.*contamination.*)$/, 'contaminated'],
  [/^rank-table__row-.*external.*$/, 'external'],
  [/^rank-table__row-.*inactive.*$/, 'out-of-range'],
]

// What every row has, and what tells how it looks.
const plainClass = /^(?:g-.*)?$/

/** From the row's classes, and from the labels beside its name. A class we do not know may be a mark. */
export function readFlags(
  row: DomElement,
  labels: readonly string[],
  path: string,
  defects: Defects,
): EntryFlag[] {
  const classes = classesOf(row)
  const isMark = (name: string) => flagOfClass.some(([pattern]) => pattern.test(name))
  const unknown = classes.find((name) => !plainClass.test(name) && !isMark(name))
  if (unknown !== undefined) {
    const message = `What the class "${cutText(unknown, 80)}" says of the row is not known.`
    defects.add('mark-unknown', message, path)
  }
  const isLabelled = labels.some((text) => agentLabel.test(text))
  return flagOfClass
    .filter(
      ([pattern, flag]) =>
        classes.some((name) => pattern.test(name)) || (flag === 'external' && isLabelled),
    )
    .map(([, flag]) => flag)
}
