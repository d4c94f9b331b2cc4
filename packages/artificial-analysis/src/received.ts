import { isRecord } from './record.ts'

const most = { levels: 3, children: 20 } as const

/**
 * The outer levels of a value, for an error to show: a body may be nested so deep that writing it as
 * text ends in a stack overflow.
 */
export function outline(value: unknown, levels: number = most.levels): unknown {
  if (Array.isArray(value)) {
    if (levels === 0) return '[…]'
    return value.slice(0, most.children).map((child) => outline(child, levels - 1))
  }
  if (!isRecord(value)) return typeof value === 'bigint' ? `${value}` : value
  if (levels === 0) return '{…}'
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, most.children)
      .map(([key, child]) => [key, outline(child, levels - 1)]),
  )
}
