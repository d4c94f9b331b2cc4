import { type Adapter, adapters } from './adapters/index.ts'
import type { Corpus } from './check.ts'
import { differences } from './differences.ts'
import { type Failure, judge } from './judge.ts'
import { ParserThread } from './run-parser.ts'

/** Milliseconds one input may take before its parser counts as hanging. */
const cap = 5000

export interface Score {
  corpus: string
  parser: string
  passed: number
  total: number
  listed: number
  inputs: number
  throws: number
  hangs: number
  /** Inputs that threw or hung, and how. */
  troubles: { file: string; what: string }[]
  failures: Failure[]
}

async function runAdapter(adapter: Adapter, corpora: readonly Corpus[]): Promise<Score[]> {
  const thread = new ParserThread(adapter.name, cap)
  const scores: Score[] = []
  for (const { name: corpus, cases } of corpora) {
    const score: Score = {
      corpus,
      parser: adapter.name,
      passed: 0,
      total: 0,
      listed: 0,
      inputs: cases.filter(({ mayThrow }) => !mayThrow).length,
      throws: 0,
      hangs: 0,
      troubles: [],
      failures: [],
    }
    for (const each of cases) {
      const outcome = await thread.parse(each.input)
      const verdict = judge(corpus, each, outcome, adapter.markup, differences)
      score.passed += verdict.passed
      score.total += verdict.total
      score.listed += verdict.listed
      score.throws += Number(verdict.trouble?.startsWith('throws') ?? false)
      score.hangs += Number(verdict.trouble === 'hangs')
      score.failures.push(...verdict.failures)
      if (verdict.trouble !== undefined) {
        score.troubles.push({ file: each.file, what: verdict.trouble })
      }
    }
    scores.push(score)
  }
  await thread.close()
  return scores
}

/** Every parser over every corpus, each parser in its own thread. */
export async function runCorpora(corpora: readonly Corpus[]): Promise<Score[]> {
  return (await Promise.all(adapters.map((adapter) => runAdapter(adapter, corpora)))).flat()
}
