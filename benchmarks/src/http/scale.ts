import { ask, withServer } from './child.ts'
import type { Seen } from './loopback-server.ts'

/** What one client did, told by itself. */
export interface ScaleRun {
  /** Megabytes when so many addresses had been read: in use, and held of the system. */
  samples: { done: number; heap: number; resident: number }[]
  seconds: number
  /** What its own report says, robots.txt included. */
  reportedRequests: number
}

export interface Scale extends ScaleRun {
  seen: Seen
}

/** One client and many hosts, with the pause between requests that is the default, in real time. */
export async function measureScale(hosts: number, each: number): Promise<Scale> {
  return withServer(async (origin, seen) => {
    const { port } = new URL(origin)
    const script = new URL('./scale-process.ts', import.meta.url)
    const run = await ask<ScaleRun>(script, [port, String(hosts), String(each)])
    return { ...run, seen: await seen() }
  })
}

/** By how many megabytes the use grew after the first fifth: what is left is not warming up. */
export function growthOfHeap({ samples }: ScaleRun): number {
  const [, start] = samples
  const end = samples.at(-1)
  return start === undefined || end === undefined ? Number.NaN : end.heap - start.heap
}
