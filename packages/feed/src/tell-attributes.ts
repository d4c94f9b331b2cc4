import type { Element } from './element.ts'
import { type Reading, warn } from './reading.ts'
import { attributeRepairs } from './tag-attributes.ts'

/** Tells of attributes a reader asked for, among an item's children, that XML would not allow. */
export function tellAttributes(item: Element, reading: Reading): void {
  for (const element of item.children) {
    if (element.attributes === undefined || element.isTidy) continue
    const { unquoted, repeated } = attributeRepairs(element)
    const tell = (code: string, message: string) => warn(reading, element.rawName, code, message)
    if (unquoted) tell('unquoted-attribute', 'An attribute without quotes was read.')
    if (repeated) tell('duplicate-attribute', 'Of repeated attributes the first was read.')
  }
}
