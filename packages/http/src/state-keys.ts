import type { CacheMode } from './decide.ts'
import type { Hop } from './exchange.ts'
import { portOf } from './guard.ts'
import { stateKey } from './url-state.ts'

/** Where the store has an address's state and body, its host's state and its limit's. */
export interface StateKeys {
  /** Absent for what is never kept. */
  url: string | undefined
  body: string
  host: string
  cooldown: string
}

export function stateKeys(
  hop: Hop,
  mode: CacheMode,
  cooldownGroup: (hostname: string) => string,
): StateKeys {
  const key = isKept(hop) && mode !== 'no-store' ? stateKey(hop) : undefined
  const { hostname, host } = hop.url
  const port = portOf(hop.url)
  const group = cooldownGroup(hostname)
  return {
    url: key && `url ${key}`,
    body: `body ${key}`,
    host: `host ${host}`,
    cooldown: `cooldown ${port === 80 || port === 443 ? group : `${group}:${port}`}`,
  }
}

/** Only what can be asked again the same way has a place in the store. */
function isKept({ method, own }: Hop): boolean {
  return (
    method === 'GET' &&
    !own.has('range') &&
    // The caller keeps its own copies.
    !own.has('if-none-match') &&
    !own.has('if-modified-since')
  )
}
