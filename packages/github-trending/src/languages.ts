import { languageMenu } from './language-menu.ts'
import { languageSlug } from './language-slug.ts'

/** One language GitHub Trending has a page for. */
export interface Language {
  /** As in the address, not percent-encoded, e.g. `'c++'`, `'jupyter-notebook'`. */
  slug: string
  /** As GitHub writes it, e.g. `'C++'`, `'Jupyter Notebook'`. */
  name: string
}

/**
 * The entries of GitHub's menu of languages on 2026-08-05, in its order, the one of repositories
 * without a language first. GitHub adds some each month: `parseLanguages` reads those of a page at hand.
 */
export const trendingLanguages: readonly Language[] = [
  'Unknown languages',
  ...languageMenu.split(';').map((name) => name.trim()),
].map((name) => ({ slug: languageSlug(name), name }))

/** What people call a language, and what GitHub called it before, by slug. */
export const otherNames: ReadonlyMap<string, string> = new Map([
  ['assembler', 'assembly'],
  ['bash', 'shell'],
  ['coq', 'rocq-prover'],
  ['cpp', 'c++'],
  ['csharp', 'c#'],
  ['docker', 'dockerfile'],
  ['fsharp', 'f#'],
  ['golang', 'go'],
  ['ipynb', 'jupyter-notebook'],
  ['js', 'javascript'],
  ['jupyter', 'jupyter-notebook'],
  ['latex', 'tex'],
  ['mathematica', 'wolfram-language'],
  ['md', 'markdown'],
  ['node', 'javascript'],
  ['nodejs', 'javascript'],
  ['none', 'unknown'],
  ['objc', 'objective-c'],
  ['py', 'python'],
  ['rb', 'ruby'],
  ['robots.txt', 'robots-exclusion-rules'],
  ['rs', 'rust'],
  ['sh', 'shell'],
  ['ts', 'typescript'],
  ['vb.net', 'visual-basic-.net'],
  ['viml', 'vim-script'],
  ['yml', 'yaml'],
])
