import type { CheerioAPI } from 'cheerio/slim'
import type { Candidate } from '../../measure/candidate.ts'

/** Only the tree of a page; nothing is looked for in it. The tree itself is cyclic, so it is not what is returned. */
export function pageTree(load: (html: string) => CheerioAPI): Candidate {
  let page: CheerioAPI | undefined
  return {
    parse({ text }) {
      page = load(text)
      return page.root().length
    },
    items: () => page?.('dt').toArray(),
  }
}
