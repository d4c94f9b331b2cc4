import type { Candidate } from '../../measure/candidate.ts'

const decoder = new TextDecoder()

function countTags(text: string): number {
  let count = 0
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) count += 1
  return count
}

/** The least that reading bytes as markup takes: decoding them, and one search for `<`. */
export const candidate: Candidate = {
  parse: ({ bytes }) => countTags(decoder.decode(bytes)),
  items: () => undefined,
}
