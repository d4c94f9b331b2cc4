export type { Agreement, AgreementOptions } from './agreement.ts'
export { agreement } from './agreement.ts'
export { checkSnapshot } from './check-snapshot.ts'
export { compareSnapshots } from './compare.ts'
export { detectDrift } from './detect-drift.ts'
export type {
  Drift,
  DriftCode,
  DriftColumn,
  DriftEvidence,
  DriftOptions,
  DriftSeverity,
} from './drift.ts'
export { readEffort, readEfforts } from './effort.ts'
export type { GroupBy, GroupTrend, GroupTrends } from './groups.ts'
export { groupTrends } from './groups.ts'
export { kendallTau } from './kendall.ts'
export { modelKey } from './model-key.ts'
export { bestOfEachModel, modelName } from './model-name.ts'
export type { EntryMovement, Movement } from './movement.ts'
export type { Axis, Frontier, FrontierPoint } from './pareto.ts'
export { pareto } from './pareto.ts'
export { rankEntries } from './rank.ts'
export { refuseDrift } from './refuse-drift.ts'
export type { Value, Values } from './score-per-dollar.ts'
export { scorePerDollar } from './score-per-dollar.ts'
export type { SharedModel, Standing } from './shared-models.ts'
export type { Entry, EntryFlag, Metric, Snapshot } from './snapshot.ts'
export type { Places, Spread, SpreadChange, SpreadTrend } from './spread.ts'
export { spreadBetween, spreadTrend } from './spread.ts'
export type { Superlative } from './superlatives.ts'
export { superlatives } from './superlatives.ts'
export type { TierMovement } from './tiers.ts'
export { tierMovements } from './tiers.ts'
