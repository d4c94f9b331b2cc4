import { oneLine } from './child-elements.ts'
import {
  elementsOf,
  fieldText,
  type HtmlDocument,
  type HtmlElement,
  hasClass,
  isElement,
  textBelow,
  walk,
} from './html-tree.ts'

/** What an abstract page is made of, found in one walk. */
export interface AbstractFields {
  /** The first `meta` of this name or property. */
  meta: (name: string) => string | undefined
  metas: (name: string) => readonly string[]
  /** The text of the first element of this class, without its label. */
  text: (name: string) => string | undefined
  /** The value in the table of metadata, by the beginning of its label, e.g. `'report number'`. */
  row: (label: string) => string | undefined
  /** The addresses in a value of the table. */
  links: (label: string) => string[]
  authors: HtmlElement | undefined
  /** The text of the submission history, `''` where there is none. */
  history: string
  license: string | undefined
  canonical: string | undefined
}

const classes = [
  'title',
  'authors',
  'abstract',
  'primary-subject',
  'arxividv',
  'submission-history',
  'abs-license',
  'error',
]

export function readAbstractFields(document: HtmlDocument): AbstractFields {
  const metas = new Map<string, string[]>()
  const fields = new Map<string, HtmlElement>()
  const rows = new Map<string, HtmlElement>()
  let canonical: string | undefined
  let label = ''
  walk(document, (node) => {
    if (!isElement(node)) return undefined
    const { attribs, name } = node
    if (name === 'meta') {
      const key = attribs['name'] ?? attribs['property']
      const content = attribs['content']
      if (key === undefined || content === undefined) return undefined
      const values = metas.get(key)
      if (values === undefined) metas.set(key, [content])
      else values.push(content)
      return undefined
    }
    if (name === 'link' && attribs['rel'] === 'canonical') canonical ??= absolute(attribs['href'])
    if (attribs['class'] === undefined) return undefined
    const found = classes.find((one) => hasClass(node, one))
    if (found !== undefined && !fields.has(found)) fields.set(found, node)
    if (name !== 'td' || !hasClass(node, 'tablecell')) return undefined
    // By label: a report number is of class "jref" as well.
    if (hasClass(node, 'label')) {
      label = oneLine(textBelow(node))?.toLowerCase() ?? ''
      return 'skip'
    }
    if (label !== '' && !rows.has(label)) rows.set(label, node)
    return undefined
  })
  const rowOf = (start: string): HtmlElement | undefined => {
    for (const [written, row] of rows) if (written.startsWith(start)) return row
    return undefined
  }
  const textOf = (element: HtmlElement | undefined): string | undefined =>
    element === undefined ? undefined : fieldText(element)
  const linksOf = (element: HtmlElement | undefined): string[] =>
    element === undefined
      ? []
      : elementsOf(element, ({ name }) => name === 'a').flatMap(
          ({ attribs }) => attribs['href'] ?? [],
        )
  return {
    meta: (name) => metas.get(name)?.[0],
    metas: (name) => metas.get(name) ?? [],
    text: (name) => textOf(fields.get(name)),
    row: (start) => textOf(rowOf(start)),
    links: (start) => linksOf(rowOf(start)),
    authors: fields.get('authors'),
    history: textOf(fields.get('submission-history')) ?? '',
    license: linksOf(fields.get('abs-license')).find((href) => /^https?:/i.test(href)),
    canonical,
  }
}

function absolute(href: string | undefined): string | undefined {
  return href?.startsWith('/') === true ? `https://arxiv.org${href}` : href
}
