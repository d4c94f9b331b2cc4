import { nodesToText, type TexNode } from './tex-node.ts'

const number = String.raw`\d+(?:\.\d+)?`
const scripts = String.raw`[\u2070-\u209F\u00B2\u00B3\u00B9\u1D2C-\u1D6B′*°]*`
// What a slash can be followed by without being misread: a number, a letter, a word, each with scripts.
const oneThing = new RegExp(String.raw`^(?:${number}|\p{L}\p{M}*|\p{L}{3,}|[∞∂])${scripts}$`, 'u')
const noOperator = /^[^\s+\-−±/=<>]+$/

/** `1/2`, `(a + b)/2`, `1/(2π)`; whole in parentheses beside another factor. */
export function fraction(above: TexNode[], below: TexNode[], besideFactor: boolean): TexNode[] {
  const nodes = [...factor(above, noOperator), '/', ...factor(below, oneThing)]
  return besideFactor ? ['(', ...nodes, ')'] : nodes
}

/** `√2`, `√(x + 1)`, `∛x`, `ⁿ√x`. */
export function root(radicand: TexNode[], index: string): TexNode[] {
  const signs: Record<string, string> = { '': '√', '2': '√', '3': '∛', '4': '∜' }
  const sign = signs[index]
  const opening: TexNode[] = sign === undefined ? [{ kind: 'sup', children: [index] }, '√'] : [sign]
  return [...opening, ...factor(radicand, oneThing)]
}

function factor(nodes: TexNode[], bare: RegExp): TexNode[] {
  const text = nodesToText(nodes).trim()
  return bare.test(text) || text === '' || isParenthesised(text) ? nodes : ['(', ...nodes, ')']
}

function isParenthesised(text: string): boolean {
  return /^\([^()]*\)$/.test(text)
}
