import { changeJson } from './mutate-json.ts'
import type { Random } from './random.ts'

const piece = /(__next_f\.push\(\[1,\s*)("(?:[^"\\]|\\.)*")(\s*\]\))/g

/** A few values changed of one row of a page's flight payload, which stays one; `undefined` for a page without. */
export function mutateFlight(seed: Buffer, random: Random): Buffer | undefined {
  const text = seed.toString('utf8')
  const pieces = [...text.matchAll(piece)]
  const chosen = random.below(pieces.length)
  const match = pieces[chosen]
  if (match === undefined) return undefined
  const [whole, start = '', literal = '""', end = ''] = match
  const changed = changeRow(literal, random)
  if (changed === undefined) return undefined
  const at = match.index
  return Buffer.from(`${text.slice(0, at)}${start}${changed}${end}${text.slice(at + whole.length)}`)
}

function changeRow(literal: string, random: Random): string | undefined {
  try {
    const payload: string = JSON.parse(literal)
    const rows = payload.split('\n')
    const data = rows.flatMap((row, index) => (/^[0-9a-f]*:[[{"]/.test(row) ? [index] : []))
    const index = random.pick(data, -1)
    const row = rows[index]
    if (row === undefined) return undefined
    const colon = row.indexOf(':') + 1
    rows[index] =
      row.slice(0, colon) + JSON.stringify(changeJson(JSON.parse(row.slice(colon)), random))
    return JSON.stringify(rows.join('\n')).replaceAll('<', '\\u003c')
  } catch {
    // A row of which the page has only a part in this piece.
    return undefined
  }
}
