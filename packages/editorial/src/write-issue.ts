import type { Fact, Paragraph, Sentence } from '@inference-report/issue'
import { checkProse, type Finding, nothingToReport } from './check-prose.ts'
import type { CitableItem } from './citable-item.ts'
import { templateWriter } from './template-writer.ts'
import type { Writer } from './writer.ts'

/** An editorial but for its byline. */
export interface WrittenIssue {
  paragraphs: Paragraph[]
  /** Name of the writer whose prose this is. */
  writer: string
  /** Why sentences of the writer are not in it; for the log of the run. */
  findings: Finding[]
}

/**
 * Prose about an issue, each sentence borne out by the facts and items it names. What a writer says
 * beyond them is left out and told in `findings`; where nothing of it is left the templates write, and
 * there is always at least one sentence. An error of the writer is the caller's to handle.
 */
export async function writeIssue(
  facts: readonly Fact[],
  items: readonly CitableItem[],
  writer: Writer = templateWriter,
): Promise<WrittenIssue> {
  const { paragraphs, findings } = supported(await writer.write({ facts, items }), facts, items)
  if (paragraphs.length > 0) return { paragraphs, writer: writer.name, findings }
  if (writer !== templateWriter) {
    const written = await writeIssue(facts, items)
    return { ...written, findings: [...findings, ...written.findings] }
  }
  return {
    paragraphs: [{ sentences: [leastSentence(facts, items)] }],
    writer: writer.name,
    findings,
  }
}

function supported(
  paragraphs: readonly Paragraph[],
  facts: readonly Fact[],
  items: readonly CitableItem[],
): { paragraphs: Paragraph[]; findings: Finding[] } {
  const findings: Finding[] = []
  const kept = paragraphs.map(({ sentences }) => ({
    sentences: sentences.filter((sentence) => {
      const found = checkProse([sentence], { facts, items })
      findings.push(...found)
      return found.length === 0 && sentence.text.trim() !== ''
    }),
  }))
  return { paragraphs: kept.filter(({ sentences }) => sentences.length > 0), findings }
}

function leastSentence(facts: readonly Fact[], items: readonly CitableItem[]): Sentence {
  const [first] = [...facts, ...items]
  return first === undefined
    ? { text: nothingToReport, supports: [] }
    : { text: 'There is nothing to add to the sections of this issue.', supports: [first.id] }
}
