import type { TexNode } from './tex-node.ts'
import { readTex } from './tex-reader.ts'
import { scriptCharacters } from './tex-scripts.ts'

/**
 * Safe HTML of TeX as it stands in titles and abstracts: escaped text with `<sup>`, `<sub>`, `<em>`,
 * `<strong>`, `<code>` and `<a href>` to http(s) addresses, and nothing else. On one line.
 */
export function texToHtml(tex: string): string {
  return render(readTex(tex)).replace(/\s+/g, ' ').trim()
}

function render(nodes: readonly TexNode[]): string {
  return nodes.map(renderNode).join('')
}

function renderNode(node: TexNode): string {
  if (typeof node === 'string') return escapeHtml(node)
  if (node.kind === 'link') {
    const url = safeUrl(node.url)
    const inner = render(node.children)
    return url === undefined ? inner : `<a href="${escapeHtml(url)}">${inner}</a>`
  }
  const inner = render(node.children)
  if (inner.trim() === '') return ''
  // Signs that are raised already, such as ° and ′, would be raised twice.
  const small = node.kind === 'sup' ? scriptCharacters(inner, 'sup') : undefined
  if (small !== undefined && /^[°*′″†‡]$/.test(small)) return small
  return `<${node.kind}>${inner}</${node.kind}>`
}

function safeUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  return new URL(text).href
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}
