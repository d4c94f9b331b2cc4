import { isSaidBrace } from './tex-braces.ts'
import { looksLikeMath } from './tex-dollars.ts'
import { readMacro } from './tex-macro.ts'
import type { TexReader } from './tex-reader.ts'
import { deepest, lastCharacter, type Scope } from './tex-scope.ts'
import { scriptCharacters } from './tex-scripts.ts'
import { unescapeUrl } from './tex-url.ts'

const ordinary = /(?:[^\\{}$^_~`'&h-]|h(?!ttps?:\/\/))+/y
const url = /https?:\/\/(?:[^\s{}$\\<>"]|\\[_%#&~^](?:\{\})?)+/y
const quoted = /`([^`'\s][^`']{0,200})'(?![A-Za-z])/y
const bareSuperscript = /\^([+\-−]?\d+|[+\-−]|[A-Za-z](?![A-Za-z]))/y
const bareSubscript = /_(\d)(?![\d_])/y

/** Reads one token of the scope. */
export function readToken(reader: TexReader, scope: Scope): void {
  const char = reader.source[reader.position] ?? ''
  if (char === '\\') readMacro(reader, scope)
  else if (char === '{') brace(reader, scope)
  else if (char === '}') take(reader, scope, reader.ignored.has(reader.position) ? '' : '}', 1)
  else if (char === '$') dollar(reader, scope)
  else if (char === '^' || char === '_') script(reader, scope, char)
  else if (char === '~') take(reader, scope, scope.math || isTie(reader, scope) ? ' ' : '~', 1)
  else if (char === '`' || char === "'") quote(reader, scope, char)
  else if (char === '-') dash(reader, scope)
  else if (char === '&') take(reader, scope, scope.math ? ' ' : '&', 1)
  else if (/\s/.test(char)) take(reader, scope, char, 1)
  else text(reader, scope, char)
}

function take(reader: TexReader, scope: Scope, text: string, length: number): void {
  reader.position += length
  reader.push(scope, text)
}

function text(reader: TexReader, scope: Scope, char: string): void {
  const address = char === 'h' ? reader.match(url) : null
  if (address !== null) {
    take(reader, scope, unescapeUrl(address[0]), address[0].length)
    return
  }
  const run = reader.match(ordinary)?.[0] ?? char
  take(reader, scope, run, run.length)
}

function brace(reader: TexReader, scope: Scope): void {
  const end = reader.groupEnd(scope)
  if (end === undefined) take(reader, scope, '{', 1)
  else if (scope.depth >= deepest) {
    reader.ignored.add(end)
    reader.position++
  } else {
    const said = !scope.math && isSaidBrace(reader.source.slice(reader.position + 1, end))
    reader.push(scope, said ? '{' : '')
    reader.pushAll(scope, reader.readGroup(end, scope.math, scope.depth))
    reader.push(scope, said ? '}' : '')
  }
}

function dollar(reader: TexReader, scope: Scope): void {
  const start = reader.position
  const next = reader.dollars.get(start)
  if (scope.math) reader.position++
  else if (next === start + 1) display(reader, scope, start)
  else if (
    next !== undefined &&
    next < scope.end &&
    scope.depth < deepest &&
    looksLikeMath(reader.source.slice(start + 1, next), reader.source[next + 1] ?? '')
  ) {
    reader.pushAll(scope, reader.readScope(start + 1, next, true, scope.depth + 1))
    reader.position = next + 1
  } else take(reader, scope, '$', 1)
}

function display(reader: TexReader, scope: Scope, start: number): void {
  const close = reader.dollars.get(start + 1)
  const isDisplay =
    close !== undefined && reader.dollars.get(close) === close + 1 && close + 1 < scope.end
  if (!isDisplay || scope.depth >= deepest) {
    take(reader, scope, '$$', 2)
    return
  }
  reader.push(scope, ' ')
  reader.pushAll(scope, reader.readScope(start + 2, close, true, scope.depth + 1))
  reader.push(scope, ' ')
  reader.position = close + 2
}

function script(reader: TexReader, scope: Scope, sign: '^' | '_'): void {
  const kind = sign === '^' ? 'sup' : 'sub'
  if (scope.math || reader.source[reader.position + 1] === '{') {
    reader.position++
    const children = reader.readArgument(scope, true)
    if (children === undefined) reader.push(scope, sign)
    else scope.out.push({ kind, children })
    return
  }
  const bare = reader.match(sign === '^' ? bareSuperscript : bareSubscript)
  const isScript =
    sign === '^' ? /[\p{L}\p{N})\]|]/u.test(lastCharacter(scope)) : endsInElement(scope)
  if (bare === null || !isScript || scriptCharacters(bare[1] ?? '', kind) === undefined) {
    take(reader, scope, sign, 1)
    return
  }
  reader.position += bare[0].length
  scope.out.push({ kind, children: [bare[1] ?? ''] })
}

/** "Fig.~1" is a tie; "~100 models" is what people write for "about", and "/~name" an address. */
function isTie(reader: TexReader, scope: Scope): boolean {
  return (
    /[^\s([/=<>~]/.test(lastCharacter(scope)) &&
    /[^\s~]/.test(reader.source[reader.position + 1] ?? '')
  )
}

function quote(reader: TexReader, scope: Scope, char: string): void {
  const doubled = reader.source[reader.position + 1] === char
  if (char === "'") {
    if (doubled) take(reader, scope, scope.math ? '″' : '”', 2)
    else if (scope.math) take(reader, scope, '′', 1)
    else take(reader, scope, reader.closingQuotes.has(reader.position) ? '’' : "'", 1)
    return
  }
  if (doubled) {
    take(reader, scope, '“', 2)
    return
  }
  const pair = reader.match(quoted)
  if (pair === null) take(reader, scope, '`', 1)
  else {
    reader.closingQuotes.add(reader.position + pair[0].length - 1)
    take(reader, scope, '‘', 1)
  }
}

function dash(reader: TexReader, scope: Scope): void {
  const run = reader.match(/-+/y)?.[0] ?? '-'
  const dashes: Record<number, string> = scope.math ? {} : { 2: '–', 3: '—' }
  take(reader, scope, dashes[run.length] ?? run, run.length)
}

/** "H_2O", "CO_2", but not "file_2". */
function endsInElement(scope: Scope): boolean {
  const last = scope.out.at(-1)
  return typeof last === 'string' && /(?:^|[^A-Za-z])[A-Z][A-Za-z]?$/.test(scope.tail)
}
