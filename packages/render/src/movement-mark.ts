import type { RowMovement } from '@inference-report/issue'
import type { TableCell } from './data-table.ts'

/** `▲3`, `▼1`, `new` or `=`, and the same in words. */
export function movementMark(movement: RowMovement): TableCell {
  const from = movement.rankBefore === undefined ? '' : `, from rank ${movement.rankBefore}`
  const places = movement.rankChange === undefined ? undefined : Math.abs(movement.rankChange)
  const way = `${places ?? ''}`
  const words = places === undefined ? '' : ` ${places} ${places === 1 ? 'place' : 'places'}`
  switch (movement.kind) {
    case 'up':
      return { text: `▲${way}`, label: `up${words}${from}` }
    case 'down':
      return { text: `▼${way}`, label: `down${words}${from}` }
    case 'new':
      return { text: 'new', label: 'new on the board' }
    case 'same':
      return { text: '=', label: 'same rank' }
  }
}
