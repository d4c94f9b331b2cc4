import { readAccent } from './tex-accent-macro.ts'
import { textAccents } from './tex-accents.ts'
import type { Read } from './tex-macro-reader.ts'
import { unescapeUrl } from './tex-url.ts'

const optional = /\s*\[[^\][]{0,120}\]/y

/** `\cite[p. 3]{key}`, `\ref{key}`: the key in brackets. */
export const readReference: Read = (reader, scope) => {
  for (let i = 0; i < 2; i++) reader.position += reader.match(optional)?.[0].length ?? 0
  const key = reader.readRawArgument(scope)
  if (key === undefined) return false
  reader.push(scope, `[${key.replace(/[\\{}$^_~`]/g, ' ').trim()}]`)
  return true
}

const mathEnvironment =
  /^(?:math|displaymath|equation|eqnarray|align|alignat|gather|multline|flalign|split|cases|array|[pbvBV]?matrix|smallmatrix)\*?$/

/** `\begin{align}`: the name is no text, but says whether mathematics begins. */
export const readEnvironment: Read = (reader, scope, word) => {
  const environment = reader.readRawArgument(scope)
  if (environment === undefined) return false
  if (mathEnvironment.test(environment)) scope.math = word === 'begin'
  // The columns of `array` and `tabular` are no text.
  if (word === 'begin' && /^(?:array|tabular)/.test(environment)) reader.readRawArgument(scope)
  reader.push(scope, ' ')
  return true
}

/** `\href{address}{text}`, `\url{address}` */
export const readHref: Read = (reader, scope, word) => {
  const url = unescapeUrl(reader.readRawArgument(scope) ?? '').trim()
  const children = word === 'href' ? (reader.readArgument(scope, false) ?? []) : [url]
  if (url !== '') scope.out.push({ kind: 'link', url, children })
  else reader.pushAll(scope, children)
  return true
}

/** `\\verb|x_y|`, with any sign for the bar. */
export const verbatim: Read = (reader, scope) => {
  const found = reader.match(/([^A-Za-z\s{])([^\n]{0,200}?)\1/y)
  if (found === null || reader.position + found[0].length > scope.end) return false
  reader.position += found[0].length
  scope.out.push({ kind: 'code', children: [found[2] ?? ''] })
  return true
}

/** An accent whose macro is a letter: `\v{s}`. */
export const textAccent: Read = (reader, scope, word) => {
  const mark = textAccents.get(word)
  return mark !== undefined && readAccent(reader, scope, mark) !== 'nothing'
}
