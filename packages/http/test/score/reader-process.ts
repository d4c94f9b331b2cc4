import { installFakeDate } from './fake-date.ts'
import type { ReaderModule, Tick } from './reader.ts'

/**
 * A process of one reader. It is told the time, reads every feed once, and says that it has done so.
 *
 *     node reader-process.ts <module of the reader> <folder> <start, in milliseconds>
 */
const [, , module = '', folder = '', start = '0'] = process.argv
const clock = installFakeDate(Number(start))
const { open }: ReaderModule = await import(module)
const reader = await open(folder, clock)

process.on('message', async ({ now, urls }: Tick) => {
  clock.set(now)
  for (const url of urls) {
    // A reader's error is its answer for this time; the server keeps the score.
    await reader.read(url).catch(() => {})
  }
  process.send?.('done')
})
process.on('disconnect', async () => {
  await reader.close()
  process.exit(0)
})
process.send?.('ready')
