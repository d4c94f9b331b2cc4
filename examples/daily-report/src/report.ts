import { styleText } from 'node:util'
import type { SourceState } from '@inference-report/issue'

export interface Row {
  source: string
  state: SourceState | 'not recorded'
  items: number | undefined
  ms: number | undefined
}

const colours = {
  ok: 'green',
  quiet: 'gray',
  stale: 'yellow',
  drift: 'magenta',
  failed: 'red',
  'not recorded': 'gray',
} as const

/** Colour only on a terminal, and not where the user asked for none. */
export function paint(text: string, state: Row['state'], colour: boolean): string {
  return colour ? styleText(colours[state], text, { validateStream: false }) : text
}

/** The table at the end of a run: one line a source, numbers to the right. */
export function summaryTable(rows: readonly Row[], colour: boolean): string {
  const cells = rows.map(({ source, state, items, ms }) => ({
    source,
    state,
    items: items === undefined ? '–' : String(items),
    ms: ms === undefined ? '–' : String(ms),
  }))
  const width = (key: 'source' | 'state' | 'items' | 'ms') =>
    Math.max(key.length, ...cells.map((cell) => cell[key].length))
  const [name, state, items, ms] = [width('source'), width('state'), width('items'), width('ms')]
  const head = `${'source'.padEnd(name)}  ${'state'.padEnd(state)}  ${'items'.padStart(items)}  ${'ms'.padStart(ms)}`
  const rule = '─'.repeat(head.length)
  const lines = cells.map(
    (cell) =>
      `${cell.source.padEnd(name)}  ${paint(cell.state.padEnd(state), cell.state, colour)}  ${cell.items.padStart(items)}  ${cell.ms.padStart(ms)}`,
  )
  return [head, rule, ...lines].join('\n')
}
