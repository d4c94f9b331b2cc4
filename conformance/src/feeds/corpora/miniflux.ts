import type { Case, Check, Comparison, Corpus, OutOfScope } from '../check.ts'
import { at, list, text } from '../dig.ts'
import { inScope } from '../scope.ts'
import { readBytes, readJsonLines } from './files.ts'

/** Go paths → ours, and how to compare. */
const paths: readonly [RegExp, string, Comparison][] = [
  [/^Title$/, 'title', 'text'],
  [/^Description$/, 'description', 'text'],
  [/^FeedURL$/, 'feedUrl', 'url'],
  [/^SiteURL$/, 'url', 'url'],
  [/^IconURL$/, 'imageUrl', 'url'],
  [/^Language$/, 'language', 'language'],
  [/^TTL$/, 'hints.ttl', 'exact'],
  [/^Entries\.#len$/, 'items.length', 'count'],
  [/^Entries\[(\d+)\]\.Title$/, 'items.$1.title', 'text'],
  [/^Entries\[(\d+)\]\.URL$/, 'items.$1.url', 'url'],
  [/^Entries\[(\d+)\]\.Content$/, 'items.$1.body', 'html'],
  [/^Entries\[(\d+)\]\.Author$/, 'items.$1.authors', 'byline'],
  [/^Entries\[(\d+)\]\.Language$/, 'items.$1.language', 'language'],
  [/^Entries\[(\d+)\]\.CommentsURL$/, 'items.$1.commentsUrl', 'url'],
  [/^Entries\[(\d+)\]\.Tags\.#len$/, 'items.$1.categories.length', 'count'],
  [/^Entries\[(\d+)\]\.Enclosures\.#len$/, 'items.$1.media.length', 'count'],
  [/^Entries\[(\d+)\]\.Enclosures\[(\d+)\]\.URL$/, 'items.$1.media.$2.url', 'url'],
  [/^Entries\[(\d+)\]\.Enclosures\[(\d+)\]\.MimeType$/, 'items.$1.media.$2.type', 'exact'],
  [/^Entries\[(\d+)\]\.Enclosures\[(\d+)\]\.Size$/, 'items.$1.media.$2.length', 'exact'],
]

function reasonAgainst(path: string, value: unknown, row: unknown): string | undefined {
  if (/\.Hash$/.test(path)) return 'the hash is of its own making'
  if (/Title\.#len$/.test(path)) return 'it cuts titles made of a summary'
  // It fills in an address where a title or a site is missing; unknown stays unknown in the record.
  const base = text(at(row, 'baseURL'))?.trim()
  if (/^(Site|Feed)URL$/.test(path) && base === value && !sourceOf(row).includes(String(value))) {
    return 'the address asked at fills in for what is missing'
  }
  if (/Title$/.test(path) && /^https?:/.test(String(value))) {
    return 'an address fills in for a title'
  }
  if (/^Entries\[\d+\]\.Title$/.test(path) && hasNoTitle(row, path)) {
    return 'a summary or a body fills in for a missing title'
  }
  if (/\.URL$/.test(path) && /Without(Alternate)?Link/.test(text(at(row, 'test')) ?? '')) {
    return "the feed's address fills in for a missing link"
  }
  if (/Tags/.test(path) && /ParseFeedWith\w*Categor/.test(text(at(row, 'test')) ?? '')) {
    return "the feed's topics stand in for an item's"
  }
  return undefined
}

function hasNoTitle(row: unknown, path: string): boolean {
  const source = sourceOf(row)
  if (!(text(at(row, 'file')) ?? '').endsWith('.json')) {
    return /Without(Entry)?Title/.test(text(at(row, 'test')) ?? '')
  }
  const index = Number(/\d+/.exec(path)?.[0])
  return text(at(JSON.parse(source), 'items', index, 'title')) === undefined
}

function sourceOf(row: unknown): string {
  return new TextDecoder().decode(readBytes(`miniflux/inline/${text(at(row, 'file'))}`))
}

function caseOf(row: unknown): Case {
  const checks: Check[] = []
  const outOfScope: OutOfScope[] = []
  for (const assertion of list(at(row, 'assert'))) {
    const path = text(at(assertion, 'path')) ?? ''
    const known = paths.find(([pattern]) => pattern.test(path))
    const reason =
      reasonAgainst(path, at(assertion, 'value'), row) ?? (known ? undefined : 'not held')
    if (known === undefined || reason !== undefined) {
      outOfScope.push({ path, reason: reason ?? 'not held' })
      continue
    }
    const [pattern, field, compare] = known
    const value = at(assertion, 'value')
    // Go has no way to say that a number is unknown.
    const expected = value === 0 && compare === 'exact' ? undefined : value
    checks.push({ field: path.replace(pattern, field), compare, expected })
  }
  const file = text(at(row, 'file')) ?? ''
  const scoped = inScope(checks)
  return {
    file,
    input: {
      data: readBytes(`miniflux/inline/${file}`),
      url: text(at(row, 'baseURL')),
      sanitize: false,
    },
    checks: scoped.checks,
    outOfScope: [...outOfScope, ...scoped.outOfScope],
    // A document that says `null` is no feed; in Go it is one without anything in it.
    mayThrow: sourceOf(row).trim() === 'null',
    mustThrow: at(row, 'mustFail') === true,
  }
}

/** The documents lifted out of miniflux's tests, with what these assert. */
export function miniflux(): Corpus {
  return { name: 'miniflux', cases: readJsonLines('miniflux/inline/MANIFEST.jsonl').map(caseOf) }
}
