/**
 * Where each matched brace closes, by where it opens. Escaped braces (`\{`) do not count.
 * One pass, so that the reader never has to look ahead for a brace.
 */
export function matchBraces(source: string): ReadonlyMap<number, number> {
  const closers = new Map<number, number>()
  if (!source.includes('{')) return closers
  const open: number[] = []
  for (let i = 0; i < source.length; i++) {
    const char = source[i]
    if (char === '\\') i++
    else if (char === '{') open.push(i)
    else if (char === '}') {
      const start = open.pop()
      if (start !== undefined) closers.set(start, i)
    }
  }
  return closers
}

/** For each unescaped dollar sign, where the next one stands. */
export function chainDollars(source: string): ReadonlyMap<number, number> {
  const next = new Map<number, number>()
  if (!source.includes('$')) return next
  let previous: number | undefined
  for (let i = 0; i < source.length; i++) {
    const char = source[i]
    if (char === '\\') i++
    else if (char === '$') {
      if (previous !== undefined) next.set(previous, i)
      previous = i
    }
  }
  return next
}

/**
 * Whether braces in plain text are part of what is said, as in `{0,1}`, and not TeX's grouping, as
 * in `{BERT}`. Padding inside, as in `{ x }`, says so too: it is how we write a set that would
 * otherwise read as a group, so that converting twice changes nothing.
 */
export function isSaidBrace(content: string): boolean {
  if (/^\s.*\s$|^\s$/s.test(content)) return true
  // Around one sign they keep TeX from spacing it: `4{,}000`.
  if (content.length === 1) return false
  return /[,;:=<>|…∈≤≥²³¹\u2070-\u209C]/.test(content) && !/[\\$]/.test(content)
}

// Deeper pairs are not looked at: each level costs a look at all it holds.
const deepest = 30

/** Pads the braces that would read as a group. */
export function padBraces(text: string): string {
  if (!text.includes('{')) return text
  const pads = new Set<number>()
  const open: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') open.push(i)
    if (text[i] !== '}') continue
    const start = open.pop()
    if (start === undefined || open.length > deepest) continue
    const content = text.slice(start + 1, i)
    if (isSaidBrace(content)) continue
    if (!content.startsWith(' ')) pads.add(start + 1)
    if (!content.endsWith(' ') || content === '') pads.add(i)
  }
  if (pads.size === 0) return text
  let padded = ''
  for (let i = 0; i < text.length; i++) padded += `${pads.has(i) ? ' ' : ''}${text[i]}`
  return padded
}
