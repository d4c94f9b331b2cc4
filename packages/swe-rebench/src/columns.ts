import { cutText, type Defects, SourceError } from '@inference-report/source'

export type Column =
  | 'rank'
  | 'model'
  | 'resolved'
  | 'sem'
  | 'passAt5'
  | 'cost'
  | 'tokens'
  | 'cached'

// Heads as the page has printed them; those after the bar are other names, and leave a warning.
const names: Readonly<Record<Column, readonly [current: string[], others: string[]]>> = {
  rank: [
    ['#', 'rank'],
    ['no.', 'place'],
  ],
  model: [['model'], ['models', 'model name', 'model / system', 'system', 'agent']],
  resolved: [['resolved rate (%)'], ['resolved rate', 'resolved (%)', 'resolved', '% resolved']],
  sem: [['resolved rate sem (±)'], ['resolved rate sem', 'sem (±)', 'sem']],
  passAt5: [['pass@5 (%)'], ['pass@5']],
  cost: [['cost per problem ($)'], ['cost per problem', 'cost per problem (usd)']],
  tokens: [['tokens per problem'], ['tokens']],
  cached: [['cached tokens (%)'], ['cached tokens']],
}

/** Which column a head names; `undefined` for one we do not know, such as one in another unit. */
export function nameColumn(head: string): { column: Column; current: boolean } | undefined {
  // Sortable heads end with an arrow.
  const text = head
    .replace(/[▲▼↑↓⇅↕]/g, '')
    .trim()
    .toLowerCase()
  for (const [column, [current, others]] of Object.entries(names)) {
    if (isColumn(column) && (current.includes(text) || others.includes(text))) {
      return { column, current: current.includes(text) }
    }
  }
  return undefined
}

/**
 * Where each column stands.
 *
 * @throws SourceError `drift` where the model or the resolved rate has none: reading by position would
 * put one number in the place of another, as the redesign of summer 2026 did to readers that did.
 */
export function placeColumns(heads: readonly string[], defects: Defects): Map<Column, number> {
  const places = new Map<Column, number>()
  for (const [index, head] of heads.entries()) {
    const named = nameColumn(head)
    if (named === undefined || places.has(named.column)) {
      if (head !== '') {
        defects.add(
          'unknown-column',
          `The column "${cutText(head, 80)}" was left out.`,
          `column ${index}`,
        )
      }
      continue
    }
    if (!named.current) {
      defects.add(
        'column-renamed',
        `"${cutText(head, 80)}" was read as the ${named.column} column.`,
        `column ${index}`,
      )
    }
    places.set(named.column, index)
  }
  if (places.has('model') && places.has('resolved')) return places
  throw new SourceError('drift', {
    source: 'swe-rebench',
    expected: 'a table with the columns "Model" and "Resolved Rate (%)"',
    received: heads,
  })
}

function isColumn(name: string): name is Column {
  return Object.hasOwn(names, name)
}
