import { parseModels } from '@inference-report/artificial-analysis'
import { parseLeaderboard } from '@inference-report/swe-rebench'
import type { Candidate } from '../../measure/candidate.ts'
import { at, listOf } from '../../measure/candidate.ts'
import { isSweRebench } from './pages.ts'

/** To a finished snapshot: ranked, checked, with all its metrics. */
export const candidate: Candidate = {
  parse: ({ text }) => (isSweRebench(text) ? parseLeaderboard(text) : parseModels(text)),
  items: (result) => listOf(at(result, 'entries')),
}
