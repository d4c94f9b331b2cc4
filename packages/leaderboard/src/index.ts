export type { EntryMovement, Movement } from './movement.ts'
export type { Entry, EntryFlag, Metric, Snapshot } from './snapshot.ts'
