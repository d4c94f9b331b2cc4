import type { Paragraph } from '@inference-report/issue'
import { cleanText } from './clean-text.ts'

/** The text of each paragraph that has any. */
export function proseParagraphs(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs
    .map(({ sentences }) => cleanText(sentences.map(({ text }) => text).join(' ')))
    .filter((text) => text !== '')
}
