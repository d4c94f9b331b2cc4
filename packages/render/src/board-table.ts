import type {
  LeaderboardColumn,
  LeaderboardItem,
  LeaderboardSection,
  RowMovement,
} from '@inference-report/issue'
import { cleanText } from './clean-text.ts'
import type { DataTable, TableCell, TableColumn } from './data-table.ts'
import { cellOf, unknownCell } from './data-table.ts'
import { formatChange, formatValue } from './format-number.ts'
import { movementMark } from './movement-mark.ts'

/** The first models, each by its best row; no rows where none is ranked. */
export function frontBoardTable(section: LeaderboardSection): DataTable {
  const ranked = section.items
    .flatMap((item) => (item.modelRank === undefined ? [] : [{ item, modelRank: item.modelRank }]))
    .sort((a, b) => a.modelRank - b.modelRank)
    .slice(0, section.featured)
  const columns = section.columns.filter(({ front }) => front)
  // Beside a model's rank stands how the model moved, not the row it is taken by.
  const moved = showsMovement(section, ({ modelMovement }) => modelMovement)
  return {
    caption: `${boardName(section)}: ${ranked.length === 1 ? 'the top model' : `top ${ranked.length} models`}`,
    columns: [...heads(columns), ...(moved ? [moveHead] : [])],
    rows: ranked.map(({ item, modelRank }) => ({
      cells: [
        { text: String(modelRank) },
        { text: cleanText(item.model), url: item.url },
        ...valueCells(item, columns),
        ...(moved ? [moveCell(item.modelMovement)] : []),
      ],
    })),
  }
}

/** Every row and every column, named and ranked as the board does. */
export function fullBoardTable(section: LeaderboardSection): DataTable {
  const { items, columns } = section
  const [first] = columns
  const moved = showsMovement(section, ({ movement }) => movement)
  const scored = moved && items.some(({ movement }) => movement?.scoreChange !== undefined)
  const organized = items.some(({ organization }) => organization !== undefined)
  const flagged = items.some(({ flags }) => flags.length > 0)
  return {
    caption: `${boardName(section)}: ${items.length === 1 ? 'its one row' : `all ${items.length} rows`}`,
    columns: [
      ...heads(columns),
      ...(moved ? [moveHead] : []),
      ...(scored && first ? [{ label: `${first.label} change`, align: 'end' as const }] : []),
      ...(organized ? [{ label: 'Organization', align: 'start' as const }] : []),
      ...(flagged ? [{ label: 'Flags', align: 'start' as const }] : []),
    ],
    rows: items.map((item) => ({
      id: item.id,
      cells: [
        item.rank === undefined ? { text: '–', label: 'unranked' } : { text: String(item.rank) },
        { text: cleanText(item.name), url: item.url },
        ...valueCells(item, columns),
        ...(moved ? [moveCell(item.movement)] : []),
        ...(scored && first ? [changeCell(item, first)] : []),
        ...(organized ? [cellOf(item.organization)] : []),
        ...(flagged ? [{ text: item.flags.join(', ') }] : []),
      ],
    })),
  }
}

const moveHead: TableColumn = { label: 'Move', align: 'end' }

function heads(columns: readonly LeaderboardColumn[]): TableColumn[] {
  return [
    { label: '#', align: 'end' },
    { label: 'Model', align: 'start', namesRow: true },
    ...columns.map(({ label }): TableColumn => ({ label, align: 'end' })),
  ]
}

function valueCells(item: LeaderboardItem, columns: readonly LeaderboardColumn[]): TableCell[] {
  return columns.map(({ key, format }) => {
    const value = Object.hasOwn(item.values, key) ? item.values[key] : undefined
    return value === undefined ? unknownCell : { text: formatValue(value, format) }
  })
}

// A movement is never shown without the baseline it is against.
function showsMovement(
  { board, items }: LeaderboardSection,
  movementOf: (item: LeaderboardItem) => RowMovement | undefined,
): boolean {
  return board?.baseline !== undefined && items.some((item) => movementOf(item) !== undefined)
}

function moveCell(movement: RowMovement | undefined): TableCell {
  return movement === undefined ? unknownCell : movementMark(movement)
}

function changeCell({ movement }: LeaderboardItem, column: LeaderboardColumn): TableCell {
  const change = movement?.scoreChange
  return change === undefined ? unknownCell : { text: formatChange(change, column.format) }
}

function boardName({ heading, badge }: LeaderboardSection): string {
  return badge === undefined ? heading : `${heading}, ${badge}`
}
