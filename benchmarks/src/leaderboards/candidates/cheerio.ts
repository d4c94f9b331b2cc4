import { load } from 'cheerio'
import type { Candidate } from '../../measure/candidate.ts'
import { listOf } from '../../measure/candidate.ts'
import { isSweRebench, toRows } from './pages.ts'
import { jsonRows } from './payload-rows.ts'

const push = /^self\.__next_f\.push\(\[1,(.*)\]\)$/s

/** The usual way: a tree of the page by parse5, then the strings of its scripts and the JSON in them. */
export const candidate: Candidate = {
  parse: ({ text }) => {
    const $ = load(text)
    const parts = $('script')
      .toArray()
      .flatMap((script) => push.exec($(script).text())?.[1] ?? [])
      .map((literal) => String(JSON.parse(literal)))
    const values = jsonRows(parts.join('')).map((json): unknown => JSON.parse(json))
    return toRows(values, isSweRebench(text))
  },
  items: listOf,
}
