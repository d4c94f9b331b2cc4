import { stripInvisible } from '../clean-text.ts'

/** Markup that is safe to put on a page: made by `html`, or vouched for with `trusted`. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand in a template. Text is escaped; `undefined` is nothing. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[]

/** Markup with every value escaped. Attribute values must be quoted in the template. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const parts = strings.map((text, index) => text + markup(values[index]))
  return new Html(parts.join(''))
}

/** A constant of this package that is markup or style already. Never text of an issue. */
export function trusted(text: string): Html {
  return new Html(text)
}

function markup(value: HtmlValue): string {
  if (value === undefined) return ''
  if (value instanceof Html) return value.toString()
  if (typeof value === 'string') return escapeHtml(stripInvisible(value))
  if (typeof value === 'number') return String(value)
  return value.map(markup).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
