import type { Random } from './random.ts'

/** Characters; no mutation makes an input longer. */
const longest = 400_000

/** An element that holds text only. */
const leaf = /<([a-z][\w:.-]*)((?:\s[^<>]*)?)>([^<]*)<\/\1\s*>/gi

/** What pages and answers hold many of. */
const block =
  /<(entry|item|record|header|dt|dd|li|tr|td|article|author)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi

const attribute = /(\s[\w:.-]+=)("[^"<]*"|'[^'<]*')/g

const texts = [
  ...[
    '',
    ' ',
    '\n\t ',
    '0',
    '-1',
    '1e999',
    '1,234',
    '1.2k',
    'NaN',
    'null',
    'undefined',
    '99999999999999999999',
  ],
  ...[
    '2026-02-30',
    '2026-11-20',
    '2026-11-20T24:00:00-24:00',
    'Fri, 20 Nov 2026 09:30:00 EST',
    '0000-00-00T00:00:00Z',
  ],
  ...['https://[', '//a.example', 'javascript:x', '/a', 'http://a.example/ b', 'urn:a', '#', '?'],
  ...[
    '__proto__',
    'constructor',
    '\u00a0',
    '\u200b',
    '\u202eabc',
    '\ud800',
    '\ufffe',
    'é',
    '🚀',
    'a, b and c (d)',
    ';',
    ':',
    ', ',
  ],
  ...[
    '&#0;',
    '&#xd800;',
    '&#x110000;',
    '&amp;lt;b&amp;gt;',
    '&lt;script&gt;',
    '&quot;',
    '&nbsp;',
    '&a;',
  ],
]

interface Part {
  start: number
  whole: string
  groups: readonly string[]
}

function partsOf(text: string, pattern: RegExp): Part[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [whole, ...groups] = match
    return { start: match.index, whole, groups: groups.map((each) => each ?? '') }
  })
}

/** A few elements and attributes changed, so that what was well-formed mostly stays so; `undefined` without any. */
export function mutateMarkup(seed: Buffer, random: Random): Buffer | undefined {
  const text = seed.toString('utf8')
  if (!/<[a-z]/i.test(text)) return undefined
  let changed = text
  for (let left = random.short(6); left > 0 && changed.length < longest; left -= 1) {
    changed = random.pick([changeLeaf, changeLeaf, changeAttribute, changeBlock], changeLeaf)(
      changed,
      random,
    )
  }
  return Buffer.from(changed.slice(0, longest))
}

function put(text: string, { start, whole }: Part, by: string): string {
  return text.slice(0, start) + by + text.slice(start + whole.length)
}

function changeLeaf(text: string, random: Random): string {
  const parts = partsOf(text, leaf)
  const part = random.pick<Part | undefined>(parts, undefined)
  if (part === undefined) return text
  const [name = '', attributes = '', content = ''] = part.groups
  const other = random.pick<Part>(parts, part)
  const made = (inside: string, tag = name) => `<${tag}${attributes}>${inside}</${tag}>`
  const odd = random.pick(texts, '')
  const changes: readonly (() => string)[] = [
    () => made(odd),
    () => made(`${content}${odd}`),
    () => made(content.slice(0, random.below(content.length + 1))),
    () => made(content.repeat(random.short(500)).slice(0, 50_000)),
    () => made(other.groups[2] ?? ''),
    () => made(`<![CDATA[${content}]]>`),
    () => made(`<!--${odd}-->${content}`),
    () => made(`<b>${content}</b>`),
    () => made(content, other.groups[0]),
    () => made(content, `x:${name}`),
    () => part.whole.repeat(random.short(30)),
    () => other.whole,
    () => '',
  ]
  return put(text, part, random.pick(changes, () => '')())
}

function changeAttribute(text: string, random: Random): string {
  const parts = partsOf(text, attribute)
  const part = random.pick<Part | undefined>(parts, undefined)
  if (part === undefined) return text
  const [start = '', value = '""'] = part.groups
  const other = random.pick<Part>(parts, part).groups[1] ?? value
  const odd = random.pick(texts, '')
  return put(text, part, random.pick([`${start}"${odd}"`, `${start}${other}`, ''], ''))
}

function changeBlock(text: string, random: Random): string {
  const parts = partsOf(text, block)
  const part = random.pick<Part | undefined>(parts, undefined)
  if (part === undefined) return text
  const { whole } = part
  const other = random.pick<Part>(parts, part).whole
  return put(
    text,
    part,
    random.pick(['', whole + whole, other, whole + other, `<div>${whole}</div>`], ''),
  )
}
