import { cleanText } from '../clean-text.ts'
import { markdownInline } from './escape.ts'
import { headingSlugs } from './heading-slug.ts'

/** A block of the document. A jump leads to the heading with its key. */
export type MarkdownBlock =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; key?: string | undefined }
  | { kind: 'jump'; words: string; key: string }

export function text(content: string): MarkdownBlock {
  return { kind: 'text', text: content }
}

/** No block where there is no text. */
export function optionalText(content: string | undefined): MarkdownBlock[] {
  return content === undefined || content === '' ? [] : [text(content)]
}

export function joinBlocks(blocks: readonly MarkdownBlock[]): string {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const slugs = headingSlugs(headings.map((heading) => cleanText(heading.text)))
  const targets = new Map(headings.map(({ key }, index) => [key, slugs[index]]))
  const lines = blocks.map((block) =>
    block.kind === 'jump'
      ? `[${markdownInline(block.words)}](#${targets.get(block.key) ?? ''})`
      : block.kind === 'heading'
        ? `${'#'.repeat(block.level)} ${markdownInline(block.text).replaceAll('#', '\\#')}`
        : block.text,
  )
  return `${lines.join('\n\n')}\n`
}
