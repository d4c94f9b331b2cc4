import type { Element } from './element.ts'
import { fieldPath, type Reading } from './reading.ts'
import { attributeRepairs } from './tag-attributes.ts'

/** Tells of attributes a reader asked for, among an item's children, that XML would not allow. */
export function tellAttributes(item: Element, reading: Reading): void {
  for (const element of item.children) {
    if (element.attributes === undefined || element.isTidy) continue
    const { unquoted, repeated } = attributeRepairs(element)
    const path = fieldPath(reading, element.rawName)
    if (unquoted) {
      reading.warnings.add('unquoted-attribute', 'An attribute without quotes was read.', path)
    }
    if (repeated) {
      reading.warnings.add(
        'duplicate-attribute',
        'Of two attributes of one name the first was read.',
        path,
      )
    }
  }
}
