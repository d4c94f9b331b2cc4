import { SourceError } from '@inference-report/source'
import { mostQueryLevels, type Query, queryOf, queryPrefixes } from './query.ts'
import { readWindow } from './query-window.ts'

/**
 * Reads what `buildQuery` writes, and what people write: bare words search everywhere, `NOT` and
 * `AND NOT` are `ANDNOT`, and dates may be shortened. Different operators, and more than one `ANDNOT`, need
 * parentheses: arXiv's grammar has no precedence.
 *
 * @throws SourceError `unparseable` for anything else.
 */
export function parseQuery(text: string): Query {
  const scan = new Scanner(text)
  const query = readExpression(scan, 1)
  if (!scan.isDone()) throw scan.refuse('AND, OR or ANDNOT between two terms')
  return query
}

function readExpression(scan: Scanner, level: number): Query {
  const operands = [readOperand(scan, level)]
  const operators = new Set<string>()
  for (let operator = scan.readOperator(); operator !== undefined; operator = scan.readOperator()) {
    operators.add(operator)
    operands.push(readOperand(scan, level))
  }
  const [first, second] = operands
  if (first === undefined || second === undefined) return first ?? { and: [] }
  if (operators.size > 1) throw scan.refuse('parentheses between different operators')
  if (operators.has('AND')) return { and: operands }
  if (operators.has('OR')) return { or: operands }
  if (operands.length > 2) throw scan.refuse('parentheses between two ANDNOT')
  return { andnot: [first, second] }
}

function readOperand(scan: Scanner, level: number): Query {
  if (level > mostQueryLevels) throw scan.refuse(`at most ${mostQueryLevels} levels`)
  if (scan.take(/\(/y) === undefined) return readTerm(scan)
  const inner = readExpression(scan, level + 1)
  if (scan.take(/\)/y) === undefined) throw scan.refuse('a closing parenthesis')
  return inner
}

function readTerm(scan: Scanner): Query {
  const prefix = scan.take(/[A-Za-z]{2,15}:/y)?.slice(0, -1) ?? 'all'
  if (prefix === 'submittedDate' || prefix === 'lastUpdatedDate') {
    const window = readWindow(scan.take(/\[[^\]]{0,60}\]|"[^"]{0,60}"/y)?.slice(1, -1) ?? '')
    if (window === undefined) throw scan.refuse('dates, [YYYYMMDDHHMM TO YYYYMMDDHHMM]')
    return { submittedDate: window }
  }
  const field = queryPrefixes.get(prefix)
  if (field === undefined) throw scan.refuse('a field of arXiv')
  const quoted = scan.take(/"(?:[^"\\]|\\.)*"/sy)
  const text =
    quoted === undefined
      ? (scan.take(/[^\s"()]+/y) ?? '')
      : quoted.slice(1, -1).replace(/\\(.)/gs, '$1')
  const line = (field === 'au' ? text.replaceAll('_', ' ') : text).replace(/\s+/g, ' ').trim()
  if (line === '') throw scan.refuse('a word or a phrase')
  return queryOf(field, line)
}

/** Goes through a text token by token; each pattern is tried at one place only. */
class Scanner {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#skip()
  }

  isDone(): boolean {
    return this.#at === this.#text.length
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found === undefined) return undefined
    this.#at += found.length
    this.#skip()
    return found
  }

  readOperator(): string | undefined {
    const operator = this.take(/(?:ANDNOT|AND|OR|NOT)(?=[\s()"]|$)/y)
    const isNegated = operator === 'AND' && this.take(/NOT(?=[\s()"]|$)/y) !== undefined
    return isNegated || operator === 'NOT' ? 'ANDNOT' : operator
  }

  refuse(expected: string): SourceError {
    const received = this.#text.slice(Math.max(this.#at - 40, 0), this.#at + 40)
    return new SourceError('unparseable', { source: 'arxiv', expected, received })
  }

  #skip(): void {
    const space = /\s*/y
    space.lastIndex = this.#at
    this.#at += space.exec(this.#text)?.[0].length ?? 0
  }
}
