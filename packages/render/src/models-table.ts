import type { ModelsSection } from '@inference-report/issue'
import { cleanText } from './clean-text.ts'
import type { DataTable } from './data-table.ts'
import { cellOf } from './data-table.ts'
import { longDate } from './format-date.ts'
import { formatInteger } from './format-number.ts'

/** The model reference; all of it, or what the front page shows. */
export function modelsTable(section: ModelsSection, limit: number): DataTable {
  const all = section.items.length
  return {
    caption: limit < all ? `The first ${limit} of ${all} models` : `All ${all} models`,
    columns: [
      { label: 'Model', align: 'start', namesRow: true },
      { label: 'Organization', align: 'start' },
      { label: 'Weights', align: 'start' },
      { label: 'Input', align: 'start' },
      { label: 'Context', align: 'end' },
      { label: 'Released', align: 'start' },
    ],
    rows: section.items.slice(0, limit).map((item) => ({
      id: item.id,
      cells: [
        { text: cleanText(item.name), url: item.url },
        cellOf(item.organization),
        cellOf(item.openWeights === undefined ? undefined : item.openWeights ? 'open' : 'closed'),
        cellOf(item.inputModalities.join(', ')),
        cellOf(
          item.contextWindowTokens === undefined
            ? undefined
            : formatInteger(item.contextWindowTokens),
        ),
        cellOf(item.releasedOn === undefined ? undefined : longDate(item.releasedOn)),
      ],
    })),
  }
}
