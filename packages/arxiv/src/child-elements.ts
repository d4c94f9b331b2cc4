import type { Element } from './xml-element.ts'

/** A child's namespace and name. */
export type Name = readonly [namespace: string, name: string]

/** All children of this name. */
export function childrenOf(element: Element, [namespace, name]: Name): Element[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace)
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
  return present(text?.replace(/\s+/g, ' '))
}
