import { load } from 'cheerio/slim'
import type { Candidate } from '../../measure/candidate.ts'
import { pageTree } from './page-tree.ts'

/** By htmlparser2, which our own reader starts from. */
export const candidate: Candidate = pageTree((html) => load(html))
