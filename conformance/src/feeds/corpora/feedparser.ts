import type { Case, Check, Corpus, OutOfScope } from '../check.ts'
import { at, list, text } from '../dig.ts'
import { escapeText } from '../markup.ts'
import { inScope } from '../scope.ts'
import { checkOf } from './feedparser-paths.ts'
import { readBytes, readJsonLines } from './files.ts'

const server = 'http://127.0.0.1:8097/'

function header(row: unknown, wanted: string): string | undefined {
  const headers = Object.entries(at(row, 'httpHeaders') ?? {})
  return text(headers.find(([name]) => name.toLowerCase() === wanted)?.[1])
}

/** The address the tests serve a file at, or that the answer says it has. */
function addressOf(row: unknown): string | undefined {
  if (at(row, 'http') !== true) return undefined
  const location = header(row, 'content-location') ?? ''
  const url = URL.canParse(location, server) ? new URL(location, server) : new URL(server)
  return /^https?:$/.test(url.protocol) ? url.href : server
}

const operators = new Set(['==', 'truthy', 'falsy', 'lacks'])

function pathOf(path: unknown): string {
  return list(path).join('.')
}

function targetOf(
  assertion: unknown,
  all: readonly unknown[],
): { path: string; value: unknown; op: string } {
  const op = text(at(assertion, 'op')) ?? ''
  const path = pathOf(at(assertion, 'path'))
  // "a == b == 'x'": what b is, is said beside.
  const other = at(assertion, 'path2')
  const beside = all.find(
    (each) => other !== undefined && pathOf(at(each, 'path')) === pathOf(other),
  )
  const value = at(beside ?? assertion, 'value')
  // "entries.0 lacks link" says that entries.0.link is nothing.
  return op === 'lacks' ? { path: `${path}.${value}`, value: undefined, op } : { path, value, op }
}

/** A first link that is not the one to open is none of the record's. */
function isOtherLink(path: string, source: string): boolean {
  return /\.links\.0\.href$/.test(path) && /<link\b[^>]*\brel=["'](?!alternate)/.test(source)
}

/** What the source calls plain text is no HTML yet. */
function plainContent(path: string, value: unknown, source: string): unknown {
  const isPlain = /<content\b[^>]*\btype=["']text(\/plain)?["']/.test(source)
  return isPlain && path.endsWith('content.0.value') ? escapeText(text(value) ?? '') : value
}

/** A document of nothing but a comment is no feed. NULs are what UTF-16 looks like here. */
function isEmpty(source: string): boolean {
  return !/<[a-z]/i.test(source.replaceAll('\0', '').replace(/<!--[\s\S]*?-->/g, ''))
}

function caseOf(row: unknown): Case {
  const category = text(at(row, 'category')) ?? ''
  const file = text(at(row, 'file')) ?? ''
  const bytes = readBytes(`feedparser/${file}`)
  const source = new TextDecoder().decode(bytes)
  const markupMatters = /\/(sanitize|base|namespace)$/.test(category)
  const checks: Check[] = []
  const outOfScope: OutOfScope[] = []
  const assertions = list(at(row, 'assert'))
  if (at(row, 'unconverted') === true) outOfScope.push({ path: file, reason: 'needs Python' })
  for (const assertion of assertions) {
    const { path, value, op } = targetOf(assertion, assertions)
    const check = checkOf(path, plainContent(path, value, source), markupMatters)
    if ('reason' in check) outOfScope.push({ path, reason: check.reason })
    else if (!operators.has(op)) outOfScope.push({ path, reason: `the operator ${op || 'or/not'}` })
    else if (isOtherLink(path, source)) {
      outOfScope.push({ path, reason: 'the record holds the link to open, not all links' })
    } else if (header(row, 'content-language') !== undefined && value === 'en') {
      outOfScope.push({ path, reason: 'parseFeed is not told of Content-Language' })
    } else if (op === 'truthy') checks.push({ ...check, compare: 'present' })
    else checks.push(op === 'falsy' ? { ...check, expected: undefined } : check)
  }
  const scoped = inScope(checks)
  return {
    file,
    input: {
      // As feedparser runs them: those about encodings and HTTP as bytes, the others as text.
      data: /^(wellformed|entities)/.test(category) && at(row, 'http') !== true ? source : bytes,
      contentType: header(row, 'content-type'),
      url: addressOf(row),
      sanitize: category.endsWith('/sanitize'),
    },
    checks: scoped.checks,
    outOfScope: [...outOfScope, ...scoped.outOfScope],
    mayThrow: category === 'wellformed/cdf' || isEmpty(source),
  }
}

function isDead(row: unknown): boolean {
  return text(at(row, 'category')) === 'wellformed/cdf'
}

function isSanitize(row: unknown): boolean {
  return text(at(row, 'category')) === 'wellformed/sanitize'
}

/** feedparser's own tests but those of sanitizing, and of CDF, a format nobody has used since 1999. */
export function feedparser(): Corpus {
  const rows = readJsonLines('feedparser/MANIFEST.jsonl')
  const cases = rows.filter((row) => !isSanitize(row)).map(caseOf)
  const dead = new Set(rows.filter(isDead).map((row) => text(at(row, 'file'))))
  return {
    name: 'feedparser',
    cases: cases.map((each) => (dead.has(each.file) ? withoutChecks(each) : each)),
  }
}

function withoutChecks(each: Case): Case {
  const reason = 'CDF is not among the formats we read'
  return {
    ...each,
    checks: [],
    outOfScope: [...each.outOfScope, ...each.checks.map(({ field }) => ({ path: field, reason }))],
  }
}

/** feedparser's tests of what it leaves of HTML, compared as documents. */
export function feedparserSanitize(): Corpus {
  const rows = readJsonLines('feedparser/MANIFEST.jsonl').filter(isSanitize)
  return { name: 'feedparser-sanitize', cases: rows.map(caseOf) }
}

/**
 * The same tests, asked only whether something survives that feedparser takes out. An allow-list shorter
 * than feedparser's fails above and passes here; one that lets danger through fails here.
 */
export function feedparserRemoved(): Corpus {
  const cases = feedparserSanitize().cases.map((each) => ({
    ...each,
    checks: each.checks
      .filter(({ compare }) => compare === 'html')
      .map((check): Check => ({ ...check, compare: 'html-at-most' })),
    outOfScope: [],
  }))
  return { name: 'feedparser-removed', cases: cases.filter(({ checks }) => checks.length > 0) }
}
