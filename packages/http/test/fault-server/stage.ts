import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Client,
  type ClientOptions,
  createClient,
  createMemoryStore,
} from '../../src/index.ts'
import { type FakeClock, fakeClock } from './fake-clock.ts'
import { type Handler, type Served, type ServeOptions, serveHttp } from './servers.ts'

/** Everything one test opens, and the clock that all of it goes by. */
export interface Stage {
  clock: FakeClock
  /** A server whose requests and `Date` go by the clock. */
  serve(handle: Handler, options?: ServeOptions): Promise<Served>
  /**
   * A client that goes by the clock and may reach this machine, by any name but those under
   * `.invalid`, which do not exist. Clients of one stage share a store, as runs of one program do.
   */
  client(options?: ClientOptions): Client
  /** An empty folder. */
  folder(): string
  /** To be closed at the end, before what was opened earlier. */
  keep<T extends { close(): unknown }>(thing: T): T
  end(): Promise<void>
}

/** Sets one up; `end` takes it down. */
export function openStage(): Stage {
  const clock = fakeClock()
  const store = createMemoryStore()
  const closing: (() => unknown)[] = []

  function keep<T extends { close(): unknown }>(thing: T): T {
    closing.push(() => thing.close())
    return thing
  }

  return {
    clock,
    keep,
    serve: async (handle, options) => keep(await serveHttp(handle, { now: clock.now, ...options })),
    client: (options = {}) =>
      keep(
        createClient({
          userAgent: 'fault-test/1.0 (+https://reader.example/about; editor@reader.example)',
          store,
          clock,
          sleep: clock.sleep,
          random: () => 0,
          ...options,
          security: {
            allowPrivate: ['127.0.0.0/8', '::1/128'],
            lookup: thisMachine,
            ...options.security,
          },
        }),
      ),
    folder() {
      const folder = mkdtempSync(join(tmpdir(), 'inference-report-http-'))
      closing.push(() => rmSync(folder, { recursive: true, force: true }))
      return folder
    },
    async end() {
      // Newest first: a server that went before its client would be one more fault.
      for (const close of closing.splice(0).reverse()) await close()
    },
  }
}

/** Resolves every name to this machine, except what no resolver knows. */
async function thisMachine(
  hostname: string,
): Promise<readonly { address: string; family: number }[]> {
  if (hostname.endsWith('.invalid')) {
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' })
  }
  return [{ address: '127.0.0.1', family: 4 }]
}
