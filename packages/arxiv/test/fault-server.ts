import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fetch } from '@inference-report/source'
import { createLimiter, type Limiter } from '../src/index.ts'
import { fakeClock } from './fake-clock.ts'

export interface Answer {
  status?: number
  headers?: Record<string, string>
  body: string
}

const faultNames = [
  '429 text',
  '429 with Retry-After 10',
  '200 throttle text',
  '503 with Retry-After 0',
  '503 with Retry-After 10',
  '503 with Retry-After 300',
  '200 empty body',
  'HTML for XML',
  'truncated',
  'cut connection',
] as const

/** What may go wrong, as arXiv has done it. */
export type Fault = (typeof faultNames)[number]
export const everyFault: readonly Fault[] = faultNames

/** `good` is what it should have answered. */
function faulty(fault: Fault, good: string): Answer | 'cut' {
  const busy = (seconds: number): Answer => ({
    status: 503,
    headers: { 'retry-after': String(seconds) },
    body: `<html><body>Retry after ${seconds} seconds</body></html>`,
  })
  switch (fault) {
    case '429 text':
      return { status: 429, body: 'Rate exceeded.' }
    case '429 with Retry-After 10':
      return { status: 429, headers: { 'retry-after': '10' }, body: 'Rate exceeded.' }
    case '200 throttle text':
      return { body: 'Rate exceeded.' }
    case '503 with Retry-After 0':
      return busy(0)
    case '503 with Retry-After 10':
      return busy(10)
    case '503 with Retry-After 300':
      return busy(300)
    case '200 empty body':
      return { body: '' }
    case 'HTML for XML':
      return { body: '<!DOCTYPE html><html><body>One moment, please</body></html>' }
    case 'truncated':
      return { body: good.slice(0, Math.floor(good.length * 0.7)) }
    case 'cut connection':
      return 'cut'
  }
}

/** Milliseconds that must pass after each, before anything is asked again. */
export const leastWaitMs: Readonly<Record<Fault, number>> = {
  '429 text': 60_000,
  '429 with Retry-After 10': 10_000,
  '200 throttle text': 60_000,
  '503 with Retry-After 0': 15_000,
  '503 with Retry-After 10': 10_000,
  '503 with Retry-After 300': 300_000,
  '200 empty body': 5000,
  'HTML for XML': 5000,
  truncated: 5000,
  'cut connection': 15_000,
}

export interface Request {
  /** As it was asked of arXiv. */
  url: URL
  /** On the fake clock, when it came. */
  at: number
  /** How many were being answered then. */
  open: number
}

export interface FaultServer {
  fetch: Fetch
  limiter: Limiter
  log: Request[]
  /** The next answers, one each, before the good ones. */
  faults: Fault[]
  close: () => Promise<void>
}

/**
 * All hosts of arXiv on one local port. `answer` gives the good answers; each takes 200 ms on the clock
 * of the limiter, which only sleeping moves otherwise.
 */
export async function startFaultServer(
  answer: (url: URL) => Answer | string,
): Promise<FaultServer> {
  const clock = fakeClock()
  const log: Request[] = []
  const queue: Fault[] = []
  let open = 0
  const server = createServer((request, response) => {
    const url = new URL(`https:/${request.url}`)
    open++
    log.push({ url, at: clock.now(), open })
    clock.advance(200)
    const good = answer(url)
    const { body, ...rest }: Answer = typeof good === 'string' ? { body: good } : good
    const fault = queue.shift()
    const sent = fault === undefined ? { ...rest, body } : faulty(fault, body)
    const close = (): void => {
      open--
    }
    if (sent === 'cut') {
      response.writeHead(200, { 'content-length': '9999' })
      response.write(body.slice(0, 50), () => {
        close()
        response.destroy()
      })
    } else {
      response.writeHead(sent.status ?? 200, sent.headers ?? {}).end(sent.body, close)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  return {
    log,
    faults: queue,
    limiter: createLimiter(clock),
    fetch: (input, init) => {
      const { host, pathname, search } = new URL(input)
      return fetch(`http://127.0.0.1:${port}/${host}${pathname}${search}`, init)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Milliseconds between the end of each request and the next. */
export function gaps(log: readonly Request[]): number[] {
  return log.slice(1).map(({ at }, index) => at - (log[index]?.at ?? 0) - 200)
}
