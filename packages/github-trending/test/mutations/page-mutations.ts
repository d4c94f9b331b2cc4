import { type CheerioAPI, load } from 'cheerio/slim'

/** A page with one thing about its markup changed. */
export interface Mutation {
  /** e.g. `'class renamed'` */
  kind: string
  /** What was changed, for messages. */
  what: string
  html: string
  /** Whether the page itself now says less, or its list another order: then the record may, too. */
  saysLess: boolean
}

/** Where the eras have text that somebody wrote. */
const descriptions =
  'p.col-9, p.repo-list-description, article div.mt-1, .repo-snipit-description, h1.h3, .full-name'

type Node = ReturnType<CheerioAPI>
type Change = (node: Node, $: CheerioAPI) => void

interface Operation {
  kind: string
  detail: string
  change: Change
  saysLess?: boolean
}

/** Forms a number may take that GitHub has never printed; none may be taken for a number. */
const numbers = [
  '1.2k',
  '1 234',
  '1.234',
  '1,23',
  "1'234",
  '-5',
  '+5',
  '１２',
  '1e3',
  '0x10',
  '01,234',
  '1,234.5',
  '1,234+',
  '~1,234',
  'many',
]

const words: readonly (readonly [RegExp, string])[] = [
  [/today/, 'this year'],
  [/today/, 'in 24 hours'],
  [/today|this month/, 'this week'],
  [/stars? (?=today|this)/, 'new '],
  [/repositories on/, 'developers on'],
  [/developers on/, 'repositories on'],
  [/ (?:Swift|C\+\+|Python) /, '  '],
  [/Trending /, 'Popular '],
]

/**
 * Every mutation of every element of the page's head and rows: of one, and of all that are alike; of these
 * every `step`-th.
 */
export function* mutations(html: string, step = 1): Generator<Mutation> {
  const $ = load(html)
  const elements = $('*')
    .toArray()
    .map((node) => $(node))
  const signatures = elements.map(signature)
  const seen = new Set<string>()
  let count = 0
  for (const [index, element] of elements.entries()) {
    if (element.closest('svg').length > 0 && !element.is('svg')) continue
    const own = signature(element)
    const alike = signatures.flatMap((other, at) => (other === own ? [at] : []))
    const tag = element.prop('tagName')?.toLowerCase()
    for (const operation of operations(element)) {
      const name = `<${tag} class="${element.attr('class') ?? ''}"> ${operation.detail}`
      if (count++ % step === 0) yield apply(html, [index], operation, `${name}, number ${index}`)
      const key = `${own} ${operation.kind} ${operation.detail}`
      if (alike.length < 2 || seen.has(key)) continue
      seen.add(key)
      if (count++ % step === 0) yield apply(html, alike, operation, `${name}, all ${alike.length}`)
    }
  }
}

function apply(html: string, indexes: number[], operation: Operation, what: string): Mutation {
  const $ = load(html)
  const all = $('*').toArray()
  for (const index of indexes) {
    const node = all[index]
    if (node !== undefined) operation.change($(node), $)
  }
  const { kind, saysLess = false } = operation
  return { kind, what: `${kind}: ${what}`, html: $.html(), saysLess }
}

function signature(element: Node): string {
  return `${element.prop('tagName')} ${element.attr('class') ?? ''} ${element.attr('itemprop') ?? ''}`
}

function operations(element: Node): Operation[] {
  const isPage = element.is('html, head, body')
  // What a description says, and what markup is in it, are its author's.
  const isWithinText = element.closest(descriptions).length > 0
  const isOfText = isWithinText && !element.is(descriptions)
  return [
    ...(isPage || isOfText ? [] : structural(element)),
    ...ofTag(element),
    ...ofClasses(element),
    ...ofAttributes(element),
    ...(isWithinText ? [] : ofText(element)),
  ]
}

function structural(element: Node): Operation[] {
  const wrappers = ['div', 'span', 'b'].map((tag) => ({
    kind: 'nested deeper',
    detail: tag,
    change: (node: Node) => void node.wrap(`<${tag}></${tag}>`),
  }))
  const isListed = element.is('article, li') || element.is('img') || element.find('img').length > 0
  return [
    ...wrappers,
    { kind: 'removed', detail: '', saysLess: true, change: (node) => void node.remove() },
    {
      kind: 'unwrapped',
      detail: '',
      saysLess: element.contents().length === 0,
      change: (node) => void node.replaceWith(node.contents()),
    },
    { kind: 'repeated', detail: '', change: (node) => void node.after(node.clone()) },
    {
      kind: 'nested within another',
      detail: 'next one moved into it',
      change: (node) => void node.append(node.next()),
    },
    {
      kind: 'moved',
      detail: 'behind the next one',
      saysLess: isListed,
      change: (node) => void node.next().after(node),
    },
  ]
}

function ofTag(element: Node): Operation[] {
  return ['div', 'span', 'x-part', 'section']
    .filter((tag) => !element.is(tag))
    .map((tag) => ({
      kind: 'tag renamed',
      detail: tag,
      change: (node, $) => {
        const renamed = $(`<${tag}></${tag}>`)
        for (const [name, value] of Object.entries(node.attr() ?? {})) renamed.attr(name, value)
        renamed.append(node.contents())
        node.replaceWith(renamed)
      },
    }))
}

function ofClasses(element: Node): Operation[] {
  const classes = (element.attr('class') ?? '').split(/\s+/).filter((name) => name !== '')
  return classes.flatMap((name): Operation[] => [
    {
      kind: 'class renamed',
      detail: name,
      change: (node) => void node.removeClass(name).addClass(`${name}-x`),
    },
    { kind: 'class removed', detail: name, change: (node) => void node.removeClass(name) },
  ])
}

const retyped: Readonly<Record<string, readonly ((value: string) => string)[]>> = {
  href: [
    (value) => `https://github.com${value}`,
    (value) => `${value}/`,
    (value) => `${value}?tab=readme`,
    (value) => `/redirect${value}`,
    (value) => `https://elsewhere.example${value}`,
    (value) => value.toUpperCase(),
    (value) => value.replace(/^\//, ''),
  ],
  alt: [(value) => value.slice(1), (value) => `Avatar of ${value}`, (value) => `${value}-else`],
  style: [() => 'background-color: rgb(1, 2, 3)', () => 'color: #123456', () => '--dot: #123456'],
  itemprop: [(value) => value.toUpperCase(), () => 'name'],
  id: [(value) => `row-${value}`],
}

function ofAttributes(element: Node): Operation[] {
  return Object.keys(element.attr() ?? {}).flatMap((name): Operation[] => [
    {
      kind: 'attribute renamed',
      detail: name,
      change: (node) => {
        const value = node.attr(name) ?? ''
        node.removeAttr(name).attr(`data-x-${name}`, value)
      },
    },
    { kind: 'attribute removed', detail: name, change: (node) => void node.removeAttr(name) },
    { kind: 'attribute emptied', detail: name, change: (node) => void node.attr(name, '') },
    // Nothing else says whose the picture is: an app's has another name than its link.
    ...(isAlone(element) ? [] : (retyped[name] ?? [])).map((change, index) => ({
      kind: 'attribute retyped',
      detail: `${name} ${index}`,
      change: (node: Node) => void node.attr(name, change(node.attr(name) ?? '')),
    })),
  ])
}

function isAlone(element: Node): boolean {
  return element.is('img') && !/^\/[^/]+$/.test(element.parent().attr('href') ?? '')
}

function ofText(element: Node): Operation[] {
  const own = element.contents().filter((_, node) => node.nodeType === 3)
  const text = own.text()
  const replace = (pattern: RegExp, by: string) => (node: Node) => {
    for (const child of node.contents().toArray()) {
      if ('data' in child) child.data = child.data.replace(pattern, by)
    }
  }
  const digits = /\d[\d,]*/
  const isNumber = /^\s*\d[\d,]*\s*(?:stars?\b.*)?$/s.test(text)
  return [
    ...(isNumber ? numbers : []).map((by) => ({
      kind: 'number retyped',
      detail: by,
      change: replace(digits, by),
    })),
    ...words
      // Rows of developers say nothing that the title's period could be held against.
      // No row of developers tells a period: there the title's word is all the page says.
      .filter(([, by]) => by !== 'this week' || !/developers/.test(text))
      .filter(([pattern]) => pattern.test(text))
      .map(([pattern, by]) => ({
        kind: 'words changed',
        detail: by,
        change: replace(pattern, by),
      })),
    ...(isNumber
      ? [
          {
            kind: 'number split',
            detail: '',
            change: (node: Node, $: CheerioAPI) => {
              const [child] = node
                .contents()
                .toArray()
                .filter((each) => 'data' in each)
              if (child !== undefined && 'data' in child) {
                const [, start = '', rest = ''] = /^(\s*\d)(.*)$/s.exec(child.data) ?? []
                $(child).replaceWith(`<b>${start}</b>${rest}`)
              }
            },
          },
        ]
      : []),
    ...(text.trim() === ''
      ? []
      : [
          {
            kind: 'words added',
            detail: 'before',
            change: replace(/\S/, 'Featured: $&'),
          },
        ]),
  ]
}
