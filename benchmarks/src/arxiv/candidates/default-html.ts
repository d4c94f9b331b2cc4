import { load } from 'cheerio'
import type { Candidate } from '../../measure/candidate.ts'
import { pageTree } from './page-tree.ts'

/** By what `cheerio` itself reads pages with: parse5. */
export const candidate: Candidate = pageTree((html) => load(html))
