import type { Element } from './xml-element.ts'

/** A child's namespace and name. */
export type Name = readonly [namespace: string, name: string]

/** All children of this name. */
export function childrenOf(element: Element, [namespace, name]: Name): Element[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace)
}

/** All children of this name, whatever their namespace. */
export function childrenNamed(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name)
}

/** The first child of this name. */
export function childOf(element: Element, [namespace, name]: Name): Element | undefined {
  return element.children.find((child) => child.name === name && child.namespace === namespace)
}

/** The text of the first such child, trimmed; `undefined` where there is none or it is blank. */
export function textOf(element: Element, name: Name): string | undefined {
  return present(childOf(element, name)?.text)
}

/** Trimmed; `undefined` for nothing but white space. */
export function present(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}

/** On one line, trimmed; `undefined` for nothing but white space. */
export function oneLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : present(collapseSpace(text))
}

const spaced = /[^\S ]| {2}/

/** On one line, trimmed. Most texts are already: to look is much quicker than to replace. */
export function collapseSpace(text: string): string {
  const trimmed = text.trim()
  return spaced.test(trimmed) ? trimmed.replace(/\s\s+|[^\S ]/g, ' ') : trimmed
}
