import type { Fact, Paragraph } from '@inference-report/issue'
import type { CitableItem } from './citable-item.ts'

/** All that a writer may know. */
export interface WriterInput {
  facts: readonly Fact[]
  items: readonly CitableItem[]
}

/** Who makes prose of facts: the templates of this package, or a language model behind this port. */
export interface Writer {
  /** Goes into the issue, e.g. `'templates'`. */
  name: string
  /** Each sentence names the ids of the facts and items that bear it out. */
  write(input: WriterInput): Promise<Paragraph[]> | Paragraph[]
}
