import type { IssueSource } from '@inference-report/issue'
import { cleanText } from './clean-text.ts'
import type { DataTable } from './data-table.ts'
import { cellOf } from './data-table.ts'
import { longTime } from './format-date.ts'
import { formatInteger } from './format-number.ts'
import { stateLabels } from './section-state.ts'

/** Every source of the issue, whatever became of it. */
export function sourcesTable(sources: readonly IssueSource[]): DataTable {
  return {
    caption: 'Where this issue comes from, and how each source fared',
    columns: [
      { label: 'Source', align: 'start', namesRow: true },
      { label: 'State', align: 'start' },
      { label: 'Captured', align: 'start' },
      { label: 'Items', align: 'end' },
      { label: 'HTTP', align: 'end' },
      { label: 'Reason and warnings', align: 'start' },
    ],
    rows: sources.map((source) => ({
      id: source.id,
      cells: [
        { text: cleanText(source.name), url: source.url },
        { text: stateLabels[source.state], state: source.state },
        cellOf(source.capturedAt === undefined ? undefined : longTime(source.capturedAt)),
        { text: formatInteger(source.items) },
        cellOf(source.status === undefined ? undefined : String(source.status)),
        { text: sourceRemarks(source).join(' ') },
      ],
    })),
  }
}

/** The reason of its state, then each warning with its code. */
export function sourceRemarks({ reason, warnings }: IssueSource): string[] {
  return [
    ...(reason === undefined ? [] : [reason]),
    ...warnings.map(({ code, message }) => `Warning ${code}: ${message}`),
  ]
}
