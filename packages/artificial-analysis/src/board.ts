import type { FieldName } from './fields.ts'

/** One row of any surface, its fields found but not yet checked. `null` and `undefined` are unknown. */
export interface RawModel {
  /** Where it stands, e.g. `'data[3]'`. */
  path: string
  fields: Readonly<Partial<Record<FieldName, unknown>>>
}

/** What one surface says, before it is checked. */
export interface RawBoard {
  /** Names the series together with the version. */
  surface: 'api' | 'legacy' | 'page' | 'table' | 'providers'
  version?: string | undefined
  /** Tokens of the prompts that speeds were measured with, where the surface says so. */
  promptTokens?: number | undefined
  models: RawModel[]
  /** The fields that rows of the surface have a value for, most of them at least. */
  expected: readonly FieldName[]
  /** Why the rows are not the whole board. */
  partial?: string | undefined
}
