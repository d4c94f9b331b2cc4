export type { Finding, FindingCode } from './check-prose.ts'
export { checkProse } from './check-prose.ts'
export type { CitableItem } from './citable-item.ts'
