export type { Fetch } from './fetch.ts'
export type { SourceErrorCode, SourceErrorOptions } from './source-error.ts'
export { SourceError } from './source-error.ts'
export type { Warning } from './warning.ts'
