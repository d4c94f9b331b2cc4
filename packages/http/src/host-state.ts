import { decodeObject } from './url-state.ts'

/** What is remembered of one host. */
export interface HostState {
  v: 1
  /** When a request last ended, and how long the next one waits. */
  at: number
  waitMs: number
  /** The pace its answers set, in milliseconds. */
  paceMs: number
  /** Whether it has answered a conditional request with a new body: its 304 can be believed. */
  honest?: boolean | undefined
}

/** A host, or all hosts of a domain, that asked to be left alone. */
export interface Cooldown {
  v: 1
  at: number
  waitMs: number
  /** How often in a row. */
  times: number
  reason: string
}

export function decodeHostState(bytes: Uint8Array | undefined): HostState | undefined {
  const state = decodeObject(bytes)
  return state !== undefined && isHostState(state) ? state : undefined
}

export function decodeCooldown(bytes: Uint8Array | undefined): Cooldown | undefined {
  const state = decodeObject(bytes)
  return state !== undefined && isCooldown(state) ? state : undefined
}

function isHostState(state: object): state is HostState {
  const { v, at, waitMs, paceMs }: Partial<Record<keyof HostState, unknown>> = state
  return v === 1 && [at, waitMs, paceMs].every((value) => typeof value === 'number')
}

function isCooldown(state: object): state is Cooldown {
  const { v, at, waitMs, times, reason }: Partial<Record<keyof Cooldown, unknown>> = state
  const numbers = [at, waitMs, times].every((value) => typeof value === 'number')
  return v === 1 && numbers && typeof reason === 'string'
}
