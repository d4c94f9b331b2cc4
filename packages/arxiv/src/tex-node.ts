import { scriptText } from './tex-scripts.ts'

/** A piece of read TeX. What has no mark-up is already text. */
export type TexNode =
  | string
  | { kind: 'sup' | 'sub' | 'em' | 'strong' | 'code'; children: TexNode[] }
  | { kind: 'link'; url: string; children: TexNode[] }

/** The readable text of nodes, white space as it came. */
export function nodesToText(nodes: readonly TexNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      const inner = nodesToText(node.children)
      if (node.kind === 'sup' || node.kind === 'sub') return scriptText(inner, node.kind)
      if (node.kind === 'link' && inner.trim() !== node.url) return `${inner} (${node.url})`
      return inner
    })
    .join('')
}
