import type { Candidate } from '../../measure/candidate.ts'
import { listOf } from '../../measure/candidate.ts'
import { isSweRebench, toRows } from './pages.ts'
import { jsonRows, payloadOf } from './payload-rows.ts'

/** No tree: the pushes by a regular expression, then the JSON in them. */
export const candidate: Candidate = {
  parse: ({ text }) => {
    const values = jsonRows(payloadOf(text)).map((json): unknown => JSON.parse(json))
    return toRows(values, isSweRebench(text))
  },
  items: listOf,
}
