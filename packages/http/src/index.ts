export { decodeText } from './charset.ts'
export type { Client } from './client.ts'
export { createClient } from './client.ts'
export type {
  ClientOptions,
  HostPolicy,
  Limits,
  LookupAddress,
  RetryPolicy,
  RobotsPolicy,
  SchedulePolicy,
  Security,
} from './client-options.ts'
export type { Provenance } from './client-response.ts'
export { provenance } from './client-response.ts'
export type { ChannelName } from './events.ts'
export { channelNames } from './events.ts'
export { formatReport } from './format-report.ts'
export type { RecordedAnswer } from './manifest.ts'
export type { MediaKind } from './media-type.ts'
export { mediaKindOf } from './media-type.ts'
export type { MemoryStore, MemoryStoreOptions } from './memory-store.ts'
export { createMemoryStore } from './memory-store.ts'
export type { ClientReport, HostReport, RequestReport } from './report.ts'
export type { SqliteStoreOptions } from './sqlite-store.ts'
export { createSqliteStore } from './sqlite-store.ts'
export type { Awaitable, StateChange, StateStore, StoreWarning } from './state-store.ts'
