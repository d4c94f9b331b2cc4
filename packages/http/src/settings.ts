import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { ClientOptions, HostPolicy, RobotsPolicy } from './client-options.ts'
import { cooldownGroup } from './cooldown-group.ts'
import { createGuard, type Guard } from './guard.ts'
import { createMemoryStore } from './memory-store.ts'
import type { RequestReport } from './report.ts'
import type { StateStore } from './state-store.ts'

/** `ClientOptions` with nothing left open. */
export interface Settings {
  userAgent: string
  from: string | undefined
  store: StateStore
  /** Whether nobody else can see the store: what is being asked need not be written there. */
  ownsStore: boolean
  now: () => number
  sleep: (ms: number, signal?: AbortSignal) => Promise<unknown>
  random: () => number
  robots: (url: URL) => RobotsPolicy
  minSpacingMs: number
  spacingMs: (hostname: string) => number
  maxConcurrentPerHost: number
  maxConcurrent: number
  cooldownGroup: (hostname: string) => string
  floorMs: number
  unconditionalFloorMs: number
  capMs: number
  jitter: number
  amnestyMs: number
  parseFailures: number
  wireBytes: number
  decodedBytes: number
  headerBytes: number
  compressionRatio: number
  maxRedirects: number
  totalMs: number
  headersMs: number
  connectMs: number
  idleMs: number
  guard: Guard
  retries: number
  retryBaseMs: number
  retryMaxMs: number
  ca: ClientOptions['ca']
  http2: boolean
  replay: string | undefined
  record: string | undefined
  onRequest: ((request: RequestReport) => void) | undefined
}

const hour = 3_600_000
const day = 24 * hour

// arXiv asks for three seconds: https://info.arxiv.org/help/api/tou.html
const knownSpacing: ReadonlyMap<string, number> = new Map(
  ['arxiv.org', 'export.arxiv.org', 'oaipmh.arxiv.org', 'rss.arxiv.org'].map((host) => [
    host,
    3000,
  ]),
)

const options = [
  'userAgent',
  'from',
  'store',
  'clock',
  'sleep',
  'random',
  'robots',
  'hostPolicy',
  'schedule',
  'limits',
  'security',
  'retry',
  'ca',
  'http2',
  'replay',
  'record',
  'onRequest',
  'timeoutMs',
  'maxBytes',
  'maxRedirects',
  'minGapMs',
  'now',
] as const satisfies readonly (keyof ClientOptions)[]

// A header holds Latin-1; a path may hold anything that is visible.
const headerText = /^[\x20-\x7e\xa0-\xff]+$/
const pathText = /^[\x20-\x7e\x80-\uffff]+$/

/** Fills in the defaults. Throws TypeError for an option that is unknown or makes no sense. */
export function readOptions(given: ClientOptions): Settings {
  const known: ReadonlySet<string> = new Set(options)
  const stranger = Object.keys(given).find((name) => !known.has(name))
  if (stranger !== undefined) throw new TypeError(`createClient: unknown option ${stranger}`)
  checkText('userAgent', given.userAgent, headerText)
  checkText('from', given.from, headerText)
  checkText('replay', given.replay, pathText)
  checkText('record', given.record, pathText)
  for (const name of ['onRequest', 'now', 'sleep', 'random'] as const) {
    checkFunction(name, given[name])
  }
  checkFunction('clock.now', given.clock?.now)
  if (given.replay !== undefined && given.record !== undefined) {
    throw new TypeError('createClient: replay and record exclude each other')
  }
  const { clock } = given
  return {
    userAgent: given.userAgent ?? defaultUserAgent(),
    from: given.from,
    store: given.store ?? createMemoryStore(),
    ownsStore: given.store === undefined,
    now: clock === undefined ? (given.now ?? Date.now) : () => clock.now(),
    sleep: given.sleep ?? ((ms, signal) => delay(ms, undefined, signal && { signal })),
    random: given.random ?? Math.random,
    robots: readRobots(given.robots),
    ...readHostPolicy(given),
    ...readSchedule(given),
    ...readLimits(given),
    guard: createGuard(given.security ?? {}, given.replay !== undefined),
    retries: integer('retry.attempts', given.retry?.attempts ?? 2, 0),
    retryBaseMs: integer('retry.baseMs', given.retry?.baseMs ?? 500, 0),
    retryMaxMs: integer('retry.maxMs', given.retry?.maxMs ?? 8000, 0),
    ca: given.ca,
    http2: given.http2 ?? false,
    replay: given.replay,
    record: given.record,
    onRequest: given.onRequest,
  }
}

function readRobots(robots: ClientOptions['robots']): (url: URL) => RobotsPolicy {
  if (typeof robots === 'function') return robots
  if (robots !== undefined && robots !== 'obey' && robots !== 'ignore') {
    throw new TypeError("createClient: robots must be 'obey', 'ignore' or a function")
  }
  return () => robots ?? 'obey'
}

function readHostPolicy({ hostPolicy = {}, minGapMs, replay }: ClientOptions) {
  const told = hostPolicy.minSpacingMs ?? minGapMs
  const name = hostPolicy.minSpacingMs === undefined ? 'minGapMs' : 'hostPolicy.minSpacingMs'
  const minSpacingMs = integer(name, told ?? (replay === undefined ? 1000 : 0), 0)
  const spacing = new Map(told === undefined && replay === undefined ? knownSpacing : [])
  for (const [host, ms] of Object.entries(hostPolicy.spacingMs ?? {})) {
    spacing.set(host.toLowerCase(), integer('spacingMs', ms, 0))
  }
  const maxConcurrentPerHost = integer(
    'maxConcurrentPerHost',
    hostPolicy.maxConcurrentPerHost ?? 1,
    1,
  )
  if (maxConcurrentPerHost > 2) {
    throw new TypeError('createClient: maxConcurrentPerHost must be 1 or 2')
  }
  return {
    minSpacingMs,
    spacingMs: (hostname: string) => spacing.get(hostname) ?? minSpacingMs,
    maxConcurrentPerHost,
    maxConcurrent: integer('maxConcurrent', hostPolicy.maxConcurrent ?? 16, 1),
    cooldownGroup: readScope(hostPolicy.cooldownScope),
  }
}

function readScope(scope: HostPolicy['cooldownScope']): (hostname: string) => string {
  if (typeof scope === 'function') return scope
  return scope === 'domain' ? cooldownGroup : (hostname) => hostname
}

function readSchedule({ schedule = {} }: ClientOptions) {
  const { jitter = 0.1 } = schedule
  if (!(jitter >= 0 && jitter <= 1)) {
    throw new TypeError('createClient: schedule.jitter must be a number from 0 to 1')
  }
  return {
    floorMs: integer('schedule.floorMs', schedule.floorMs ?? hour, 0),
    unconditionalFloorMs: integer(
      'schedule.unconditionalFloorMs',
      schedule.unconditionalFloorMs ?? Math.max(day, schedule.floorMs ?? 0),
      0,
    ),
    capMs: integer('schedule.capMs', schedule.capMs ?? Math.max(day, schedule.floorMs ?? 0), 0),
    jitter,
    amnestyMs: integer('schedule.amnestyDays', schedule.amnestyDays ?? 8, 0) * day,
    parseFailures: integer('schedule.parseFailures', schedule.parseFailures ?? 3, 0),
  }
}

function readLimits({ limits = {}, maxBytes, maxRedirects, timeoutMs }: ClientOptions) {
  const bytes = integer('maxBytes', maxBytes ?? 20 * 2 ** 20, 1)
  const totalMs = integer(
    limits.totalMs === undefined ? 'timeoutMs' : 'limits.totalMs',
    limits.totalMs ?? timeoutMs ?? 30_000,
    1,
  )
  return {
    wireBytes: integer('limits.wireBytes', limits.wireBytes ?? bytes, 1),
    decodedBytes: integer('limits.decodedBytes', limits.decodedBytes ?? bytes, 1),
    headerBytes: integer('limits.headerBytes', limits.headerBytes ?? 16 * 1024, 1),
    compressionRatio: integer('limits.compressionRatio', limits.compressionRatio ?? 100, 1),
    maxRedirects: integer(
      limits.redirects === undefined ? 'maxRedirects' : 'limits.redirects',
      limits.redirects ?? maxRedirects ?? 5,
      0,
    ),
    totalMs,
    headersMs: integer('limits.headersMs', limits.headersMs ?? 10_000, 1),
    connectMs: integer('limits.connectMs', limits.connectMs ?? Math.min(totalMs, 10_000), 1),
    idleMs: integer('limits.idleMs', limits.idleMs ?? 15_000, 1),
  }
}

function integer(name: string, value: number, least: number): number {
  // A timer of more than 2^31-1 ms fires at once.
  if (Number.isInteger(value) && value >= least && value < 2 ** 31) return value
  throw new TypeError(`createClient: ${name} must be a whole number from ${least} to 2147483647`)
}

function checkText(name: string, value: unknown, allowed: RegExp): void {
  if (value === undefined || (typeof value === 'string' && allowed.test(value))) return
  throw new TypeError(`createClient: ${name} must be a string of one line, and not empty`)
}

function checkFunction(name: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return
  throw new TypeError(`createClient: ${name} must be a function`)
}

function defaultUserAgent(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version }: { version: string } = JSON.parse(manifest)
  return `inference-report/${version} (+https://github.com/inference-report/toolkit)`
}
