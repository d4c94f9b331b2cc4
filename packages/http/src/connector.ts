import { Agent } from 'undici'

/**
 * The sockets of a client. What may be connected to is decided here and nowhere else.
 */
export function createAgent(timeoutMs: number): Agent {
  return new Agent({
    // One request at a time goes to a host, so a second connection to it would only be idle.
    connections: 1,
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: 16 * 1024,
    connect: { timeout: Math.min(timeoutMs, 10_000) },
    // undici's timeouts measure idleness, which a slow drip never shows; the deadline is ours.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}
