import { feedSchema } from '@inference-report/feed/schema'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { type Failure, failure } from './failure.ts'

/** What of a zod schema is needed here. */
export interface Schema {
  safeParse(value: unknown): {
    error?: { issues: { path: PropertyKey[]; code: string; message: string }[] } | undefined
  }
}

const urlField = /(?:\.u|U)rl$/
const timeField = /At$/
const utc = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/** Addresses absolute, times in UTC, and nothing but plain data, anywhere in a result. */
export function checkValues(value: unknown, path = ''): Failure | undefined {
  if (value === null || value === '')
    return failure('not-plain', path, `${path} is ${value === '' ? "''" : value}`)
  if (typeof value === 'string') {
    if (urlField.test(path) && !URL.canParse(value))
      return failure('url-not-absolute', path, `${path} = ${value}`)
    if (timeField.test(path) && (!utc.test(value) || Number.isNaN(Date.parse(value))))
      return failure('time-not-utc', path, `${path} = ${value}`)
    return undefined
  }
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : failure('not-plain', path, `${path} is ${value}`)
  if (typeof value !== 'object') {
    return typeof value === 'boolean' || value === undefined
      ? undefined
      : failure('not-plain', path, `${path} is a ${typeof value}`)
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) {
    return failure('not-plain', path, `${path} is an object of a class`)
  }
  if (path.endsWith('.extensions') || path.endsWith('.warnings')) return undefined
  for (const [key, each] of Object.entries(value)) {
    const found = checkValues(each, `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a record is what its schema says, a feed's by default. */
export function checkSchema(record: unknown, schema: Schema = feedSchema): Failure | undefined {
  const { error } = schema.safeParse(record)
  const [issue] = error?.issues ?? []
  if (issue === undefined) return undefined
  const path = issue.path.join('.')
  return failure('schema', `${path} ${issue.code}`, `${path}: ${issue.message}`)
}

const forbidden = new Set([
  'script',
  'style',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'form',
  'input',
  'base',
  'meta',
  'link',
  'svg',
  'math',
  'template',
  'noscript',
  'textarea',
  'title',
  'xmp',
  'plaintext',
])
const linking = new Set([
  'href',
  'src',
  'poster',
  'cite',
  'action',
  'formaction',
  'xlink:href',
  'background',
  'data',
])

/** Of a style: what loads or runs something, leaves its place, or may hide either. */
const loads =
  /url\(|expression\(|script:|@import|(?<![\w-])(?:behavior|-moz-binding|position)\s*:|[\\<]/i

type Nodes = DefaultTreeAdapterTypes.ChildNode[]

function unsafeNode(nodes: Nodes): string | undefined {
  const waiting = [...nodes]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('attrs' in node) {
      if (forbidden.has(node.tagName)) return `<${node.tagName}>`
      for (const { name, value } of node.attrs) {
        if (name.startsWith('on') || name === 'srcdoc' || (name === 'style' && loads.test(value)))
          return `${name} on <${node.tagName}>`
        if (
          linking.has(name) &&
          // Nothing is asked for.
          value !== '' &&
          !(URL.canParse(value) && /^(?:https?|mailto|tel|ftp):/i.test(value)) &&
          !/^#/.test(value)
        ) {
          return `${name}="${value.slice(0, 60)}" on <${node.tagName}>`
        }
      }
    }
    if ('childNodes' in node) waiting.push(...node.childNodes)
  }
  return undefined
}

/** Whether sanitized bodies hold, as a browser reads them, nothing that runs, and absolute addresses. */
export function checkBodies(
  items: readonly { contentHtml?: string | undefined }[],
): Failure | undefined {
  for (const [index, { contentHtml }] of items.entries()) {
    // A browser's tree of a flood of open elements takes its parser long, not ours.
    if (contentHtml === undefined || contentHtml.length > 20_000) continue
    const found = unsafeNode(parseFragment(contentHtml).childNodes)
    if (found !== undefined)
      return failure(
        'unsafe-html',
        found.replace(/".*"/, ''),
        `items.${index}.contentHtml holds ${found}`,
      )
  }
  return undefined
}
