import type { Paragraph, Sentence } from '@inference-report/issue'
import { boardKinds, boardParagraph } from './board-paragraph.ts'
import { coverageKinds, coverageParagraph } from './coverage-paragraph.ts'
import { dayParagraph, verbatim } from './day-paragraph.ts'
import type { Writer, WriterInput } from './writer.ts'

const dayKinds = new Set(['count', 'volume', 'stars'])

/** Writes without a language model: the day, the boards, what could not be read. */
export const templateWriter: Writer = {
  name: 'templates',
  write({ facts, items }: WriterInput): Paragraph[] {
    const day = dayParagraph({ facts, items })
    // Facts of other makers stand as they are.
    const others = facts.filter(
      ({ kind }) => !dayKinds.has(kind) && !boardKinds.has(kind) && !coverageKinds.has(kind),
    )
    const paragraphs = [
      [...day, ...others.slice(0, 3).map(verbatim)],
      boardParagraph(facts),
      coverageParagraph(facts),
    ]
    return joined(paragraphs.filter(({ length }) => length > 0)).map((sentences) => ({ sentences }))
  },
}

// A last paragraph of one sentence belongs to the one before.
function joined(paragraphs: Sentence[][]): Sentence[][] {
  const last = paragraphs.at(-1)
  const before = paragraphs.at(-2)
  return before === undefined || last === undefined || last.length > 1
    ? paragraphs
    : [...paragraphs.slice(0, -2), [...before, ...last]]
}
