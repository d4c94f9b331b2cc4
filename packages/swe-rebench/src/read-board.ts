import { collectDefects, type Defects, SourceError } from '@inference-report/source'
import type { Asked } from './asked.ts'
import { crossCheck } from './cross-check.ts'
import { type Payload, readPayload } from './payload.ts'
import { boardOfPayload } from './payload-board.ts'
import { type Printed, readPrinted } from './printed.ts'
import type { Board } from './row.ts'
import type { Window } from './window.ts'

/** What was read, and what was wrong with it. */
export interface Reading {
  board: Board
  /** Whether it is the board that the page shows first. */
  isShown: boolean
  defects: Defects
}

/**
 * From the payload, checked against the table where both show the same; from the table where the
 * payload cannot be read.
 */
export function readBoard(html: string, asked: Asked): Reading {
  const payload = readPayload(html)
  const printed = readPrinted(html)
  const known = typeof payload === 'string' ? undefined : payload
  const shown = known?.window ?? printed.window?.days
  const isShown = asked.language === 'all' && isSame(asked.window ?? shown, shown)
  const window = asked.window ?? shown
  const defects = collectDefects()
  const board =
    known && window && readPayloadBoard(known, asked.language, window, printed, isShown, defects)
  if (board !== undefined) return { board, isShown, defects }
  if (isShown && printed.rows !== undefined) return readShown(payload, printed, asked, defects)
  // Nothing can stand in for another language or window than the page shows.
  if (!isShown || asked.window !== undefined) throw notFound(asked, known, printed)
  throw (
    printed.failure ??
    new SourceError(payload === 'empty' ? 'empty' : 'drift', {
      source: 'swe-rebench',
      expected: 'a table of models, or a payload with their results and the window it shows',
      received: payload === 'empty' ? 'a payload without models' : (whyNot(known, window) ?? html),
    })
  )
}

function readPayloadBoard(
  payload: Payload,
  language: string,
  window: Window,
  printed: Printed,
  isShown: boolean,
  defects: Defects,
): Board | undefined {
  const { board, defects: found } = boardOfPayload(payload, language, window)
  for (const { code, message, path } of [...payload.warnings, ...found.warnings()]) {
    defects.add(code, message, path)
  }
  if (board === undefined || !isShown) return board
  if (payload.window === undefined) {
    defects.add('window-moved', 'The payload tells no window; the one over the slider was taken.')
  }
  if (printed.failure !== undefined) {
    defects.add('table-unreadable', `The payload was not checked: ${printed.failure.message}`)
  }
  if (printed.rows === undefined) return board
  for (const { code, message, path } of printed.defects.warnings()) {
    // What the table lacks the payload has.
    if (code !== 'field-missing') defects.add(code, message, path)
  }
  if (printed.window?.isOverSlider === true && !isSame(printed.window.days, window)) {
    const [is, shown] = [describe(window), describe(printed.window.days)]
    const message = `The payload shows ${is} first, the table ${shown}: they were not compared.`
    defects.add('window-disagrees', message)
    return board
  }
  return { ...board, rows: crossCheck(board.rows, printed.rows, defects) }
}

/** The table alone. That a page never had a payload is no defect; that it has one nobody can read is. */
function readShown(
  payload: ReturnType<typeof readPayload>,
  printed: Printed,
  asked: Asked,
  found: Defects,
): Reading {
  const defects = collectDefects()
  for (const { code, message, path } of found.warnings()) defects.add(code, message, path)
  if (payload !== 'none') {
    const message = 'The payload has no results that can be read; the table stands in for it.'
    defects.add('payload-unreadable', message)
  }
  for (const { code, message, path } of printed.defects.warnings()) {
    defects.add(code, message, path)
  }
  const known = typeof payload === 'string' ? undefined : payload.window
  const seen = printed.window
  const window = seen?.isOverSlider === true ? seen.days : (known ?? seen?.days)
  if (window === undefined) {
    defects.add('window-unknown', 'The page does not say from when its tasks are.')
  } else if (seen?.isOverSlider !== true) {
    defects.add('window-moved', 'The window was not read from the dates over the slider.')
  }
  if (window !== undefined && known === undefined && !isHalfMonths(window)) {
    const message = `${describe(window)} is not of half-months: days and months may be exchanged.`
    defects.add('window-unusual', message)
  }
  const board = { language: asked.language, window, rows: printed.rows ?? [] }
  return { board, isShown: true, defects }
}

function notFound(asked: Asked, payload: Payload | undefined, printed: Printed): SourceError {
  const { boundaries = [], items = [] } = payload ?? {}
  const days = boundaries.length === 0 ? '' : ` between ${boundaries[0]} and ${boundaries.at(-1)}`
  const has =
    payload === undefined
      ? `the table of all languages in ${describe(printed.window?.days)}`
      : `${items.length} models, windows${days}`
  return new SourceError('not-found', {
    source: 'swe-rebench',
    expected: `results for ${asked.language} in ${describe(asked.window ?? payload?.window)}`,
    received: has,
    cause: printed.failure,
  })
}

function whyNot(payload: Payload | undefined, window: Window | undefined): string | undefined {
  if (payload === undefined) return undefined
  const models = `${payload.items.length} models`
  return window === undefined
    ? `${models}, and no window that the page shows first`
    : `${models}, none of them with a rate in ${describe(window)}`
}

/** The windows of the page begin and end on the 1st or the 15th. */
function isHalfMonths({ from, to }: Window): boolean {
  return [from, to].every((day) => /-(?:01|15)$/.test(day))
}

function isSame(one: Window | undefined, other: Window | undefined): boolean {
  return one?.from === other?.from && one?.to === other?.to
}

function describe(window: Window | undefined): string {
  return window === undefined ? 'an unknown window' : `${window.from}..${window.to}`
}
