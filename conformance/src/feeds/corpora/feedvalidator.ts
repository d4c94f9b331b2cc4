import type { Case, Check, Corpus } from '../check.ts'
import { decodeText } from '../decode-text.ts'
import { at, text } from '../dig.ts'
import { readBytes, readJsonLines } from './files.ts'

function markupOnly(source: string): string {
  return source.replace(
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(\[[\s\S]*?\])?\s*>/g,
    '',
  )
}

/** The root of a document and, where it is a feed, how many items it holds. */
function countItems(source: string): { root: string; items: number | undefined } {
  const bare = markupOnly(source)
  const root = /<([\w.:-]+)/.exec(bare)?.[1] ?? ''
  const name = /^(\w+:)?feed$/.test(root) ? 'entry' : 'item'
  const prefix = name === 'entry' && root.includes(':') ? root.replace(/feed$/, '') : ''
  const tag = `${prefix}${name}`
  const items = bare.match(new RegExp(`<${tag}[\\s/>]`, 'g'))?.length ?? 0
  // An item inside another, as feed synchronisation keeps conflicts, is not one of the feed's.
  const nested = new RegExp(`<${tag}(\\s[^>]*[^/])?>(?:(?!</${tag}>)[\\s\\S])*<${tag}[\\s>]`).test(
    bare,
  )
  return { root, items: nested ? undefined : items }
}

function itemsCheck(items: number | undefined): Check {
  return items === undefined
    ? { field: 'items', compare: 'present', expected: 'a list' }
    : { field: 'items.length', compare: 'count', expected: items }
}

const isFeed = /^(\w+:)?feed$|^rss$|^rdf:RDF$/

function caseOf(row: unknown): Case {
  const file = text(at(row, 'file')) ?? ''
  const data = readBytes(`feedvalidator/testcases/${file}`)
  const { root, items } = countItems(decodeText(data, undefined))
  const inScope = isFeed.test(root)
  return {
    file,
    input: { data, sanitize: false },
    checks: inScope ? [itemsCheck(items)] : [],
    mayThrow: !inScope,
    outOfScope: inScope
      ? []
      : [{ path: file, reason: `<${root}> is no feed of the formats we read` }],
  }
}

/**
 * Documents right and wrong of the W3C's validator. Its messages are no feed's content: here a feed must be
 * read, quickly, with as many items as it has elements of that name.
 */
export function feedvalidator(): Corpus {
  const rows = readJsonLines('feedvalidator/MANIFEST.jsonl')
  return { name: 'feedvalidator', cases: rows.map(caseOf) }
}
