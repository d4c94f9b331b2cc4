import { readFileSync, writeFileSync } from 'node:fs'
import { createClient } from '@inference-report/http'

/**
 * A process that reads an ordinary answer, then a bomb, and tells how far it grew.
 *
 *     node --expose-gc bomb-process.ts ours|ours-without-alarm|fetch <origin>
 */
const [, , reader = '', origin = ''] = process.argv

const client = createClient({
  robots: 'ignore',
  minGapMs: 0,
  security: { allowPrivate: ['127.0.0.0/8'] },
  ...(reader === 'ours-without-alarm' ? { limits: { compressionRatio: 1e9 } } : {}),
})

async function read(path: string): Promise<string> {
  try {
    const response =
      reader !== 'fetch' ? await client.fetch(origin + path) : await fetch(origin + path)
    return `${(await response.arrayBuffer()).byteLength} bytes`
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

/** The most memory ever held since `forget`; elsewhere than on Linux since the start. */
function peak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const status = readFileSync('/proc/self/status', 'utf8')
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
}

function forget(): void {
  // See proc(5): the peak starts again from what is held now.
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

for (let warm = 0; warm < 20; warm++) await read(`/${warm}`)
globalThis.gc?.()
forget()
const before = process.memoryUsage.rss()
const outcome = await read('/bomb')
process.send?.({ outcome, grown: Math.max(0, peak() - before) })
