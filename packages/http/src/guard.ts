import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { LookupAddress, Security } from './client-options.ts'
import { httpError } from './http-error.ts'

/** Decides what may be connected to. */
export interface Guard {
  /** Throws SourceError `blocked` for an address that is refused by its text alone. */
  checkUrl(url: URL): void
  /** The addresses of a name, every one of them allowed. Throws `Refused`, or what the resolver threw. */
  resolve(hostname: string, port: number): Promise<LookupAddress[]>
  /** Throws `Refused` where an IP address may not be connected to. */
  checkAddress(address: string, hostname: string, port: number): void
}

/** A connection that is not made. */
export class Refused extends Error {
  readonly code = 'REFUSED' as const
}

type Range = ReturnType<typeof ipaddr.parseCIDR>

// Unicast by its range, but the host of a virtual machine answers there with its secrets.
const cloudAddresses: ReadonlySet<string> = new Set(['168.63.129.16'])

/**
 * @param isOffline Whether nothing is ever connected to: then any host will do.
 * @throws TypeError for a security option that makes no sense.
 */
export function createGuard(
  {
    allowPrivate = [],
    schemes = ['http', 'https'],
    ports = [80, 443],
    nat64 = false,
    lookup = systemAddresses,
  }: Security,
  isOffline = false,
): Guard {
  const ranges = allowPrivate.filter((entry) => entry.includes('/')).map(readRange)
  const pairs = new Set(allowPrivate.filter((entry) => !entry.includes('/')).map(readPair))
  const protocols = new Set(schemes.map(readScheme))
  const allowedPorts = new Set(ports.map(readPort))

  // By scheme, host and port: what their text alone does not forbid.
  const passed = new Set<string>()

  function isTrusted(address: string, hostname: string, port: number): boolean {
    return (
      pairs.has(`${hostname}:${port}`) ||
      pairs.has(`${address}:${port}`) ||
      ranges.some((range) => isIn(address, range))
    )
  }

  function checkAddress(address: string, hostname: string, port: number): void {
    const plain = plainAddress(address)
    if (isTrusted(plain, plainHost(hostname), port)) return
    if (!isPublic(plain, nat64)) throw new Refused(`${plain} is no public address`)
    if (!allowedPorts.has(port)) throw new Refused(`port ${port}`)
  }

  return {
    checkUrl(url) {
      if (!protocols.has(url.protocol)) {
        const expected = `an address with ${schemes.join(' or ')}`
        throw httpError('blocked', url, expected, { received: url.protocol })
      }
      if (url.username !== '' || url.password !== '') {
        throw httpError('blocked', url, 'an address without user name and password')
      }
      const key = `${url.protocol}${url.host}`
      if (isOffline || passed.has(key)) return
      const hostname = plainHost(url.hostname)
      const port = portOf(url)
      const local = /(?:^|\.)localhost$/.test(hostname)
      const isLiteral = isIP(hostname) !== 0
      // A name may turn out to be in a range; only then is its port not the last word.
      const known =
        pairs.has(`${hostname}:${port}`) || (!isLiteral && ranges.length + pairs.size > 0)
      try {
        if (isLiteral) checkAddress(hostname, hostname, port)
        else if (!known && local) throw new Refused('localhost')
        else if (!known && !allowedPorts.has(port)) throw new Refused(`port ${port}`)
      } catch (error) {
        throw blocked(url, error)
      }
      if (passed.size >= 1000) passed.clear()
      passed.add(key)
    },
    async resolve(hostname, port) {
      const answers = [...(await lookup(hostname))]
      if (answers.length === 0) {
        throw Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND' })
      }
      // One private answer among public ones is how a name is rebound: the whole name is refused.
      for (const { address } of answers) checkAddress(address, hostname, port)
      return answers.map(({ address }) => ({ address, family: isIP(address) || 4 }))
    },
    checkAddress,
  }
}

/** The SourceError for a `Refused`. */
export function blocked(url: URL, cause: unknown): Error {
  const received = cause instanceof Error ? cause.message : cause
  return httpError('blocked', url, 'a public address on an allowed port', { received, cause })
}

export function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}

/** Without the brackets of IPv6 and the dot of a rooted name. */
function plainHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
}

/** Without a zone, and IPv4 where it is only wrapped. */
function plainAddress(address: string): string {
  const bare = plainHost(address).replace(/%.*$/, '')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : bare
}

function isPublic(address: string, nat64: boolean): boolean {
  if (isIP(address) === 0 || cloudAddresses.has(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  const bytes = parsed.toByteArray()
  if (nat64 && isIn(address, ipaddr.parseCIDR('64:ff9b::/96'))) {
    return isPublic(bytes.slice(12).join('.'), false)
  }
  // Only 2000::/3 has been given out; what else is called unicast may be anybody's own.
  return parsed.range() === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20
}

function isIn(address: string, range: Range): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.kind() === range[0].kind() && parsed.match(range)
}

function readRange(entry: string): Range {
  if (!ipaddr.isValidCIDR(entry)) throw wrong('allowPrivate', entry)
  return ipaddr.parseCIDR(entry)
}

function readPair(entry: string): string {
  const url = URL.canParse(`http://${entry}/`) ? new URL(`http://${entry}/`) : undefined
  const port = /:(\d{1,5})$/.exec(entry)?.[1]
  if (url === undefined || port === undefined || url.pathname !== '/' || url.username !== '') {
    throw wrong('allowPrivate', entry)
  }
  return `${plainAddress(url.hostname)}:${Number(port)}`
}

function readScheme(scheme: string): string {
  const plain = scheme.replace(/:$/, '').toLowerCase()
  if (plain !== 'http' && plain !== 'https') throw wrong('schemes', scheme)
  return `${plain}:`
}

function readPort(port: number): number {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw wrong('ports', port)
  return port
}

function wrong(name: string, value: unknown): TypeError {
  return new TypeError(`createClient: security.${name} cannot hold ${JSON.stringify(value)}`)
}

function systemAddresses(hostname: string): Promise<LookupAddress[]> {
  return systemLookup(hostname, { all: true, order: 'verbatim' })
}
