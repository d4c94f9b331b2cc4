import { type CheerioAPI, load } from 'cheerio/slim'
import type { Candidate } from '../../measure/candidate.ts'

let page: CheerioAPI | undefined

/** Only the tree; nothing is looked for in it. The tree itself is cyclic, so it is not what is returned. */
export const candidate: Candidate = {
  parse({ text }) {
    page = load(text)
    return page.root().length
  },
  items: () => page?.('dt').toArray(),
}
