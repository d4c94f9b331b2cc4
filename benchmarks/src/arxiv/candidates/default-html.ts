import { type CheerioAPI, load } from 'cheerio'
import type { Candidate } from '../../measure/candidate.ts'

let page: CheerioAPI | undefined

/** As `bare-html`, by what `cheerio` itself reads pages with: parse5. */
export const candidate: Candidate = {
  parse({ text }) {
    page = load(text)
    return page.root().length
  },
  items: () => page?.('dt').toArray(),
}
