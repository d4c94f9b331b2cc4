import { feeds } from '../../../packages/http/test/score/feeds.ts'
import type { Score } from '../../../packages/http/test/score/grader.ts'
import { scoreHead, scoreRow } from '../../../packages/http/test/score/score-table.ts'
import { month, simulate } from '../../../packages/http/test/score/simulate.ts'
import { measureBomb } from '../../../packages/http/test/security/measure-bomb.ts'
import { barRow } from '../bars.ts'
import type { CommandLine } from '../command-line.ts'
import type { Machine } from '../suites.ts'
import { figure, table, times } from '../table.ts'
import { httpBars } from './http-bars.ts'
import { measureOverhead, overheadSizes } from './overhead.ts'
import { growthOfHeap, measureScale } from './scale.ts'

const readers: readonly [string, URL][] = [
  ['ours', new URL('../../../packages/http/test/score/ours.ts', import.meta.url)],
  ['plain fetch', new URL('./readers/plain-fetch.ts', import.meta.url)],
  ['undici, cache interceptor', new URL('./readers/undici-cache.ts', import.meta.url)],
  ['got, cache', new URL('./readers/got.ts', import.meta.url)],
  ['ky', new URL('./readers/ky.ts', import.meta.url)],
]

/** Runs everything, prints it, and gives all numbers. */
export async function runHttp({ rounds, quick }: CommandLine, machine: Machine): Promise<object> {
  print(
    `Node ${machine.node}, ${machine.cores} cores, ${machine.processor}${quick ? ', quick: not to be quoted' : ''}`,
  )
  print('Ours is the built package. Servers and clients have processes of their own, on loopback.')

  const days = quick ? 5 : month.days
  print(
    `\nscore of feed readers: ${days} days of ${feeds.length} feeds, looked at every ${month.everyMinutes} minutes, ${month.restarts} restarts and ${month.kills} kills;`,
  )
  print('validators: good/out of sequence/bogus; too early: before max(1 h, min(max-age, 24 h))')
  const scores = new Map<string, Score>()
  for (const [name, module] of readers) {
    const { score } = await simulate(module, { ...month, days })
    scores.set(name, score)
  }
  print(
    table(
      scoreHead,
      [...scores].map(([name, score]) => scoreRow(name, score)),
    ),
  )

  const overhead = []
  for (const bytes of overheadSizes) {
    const measured = await measureOverhead(bytes, { rounds, requests: quick ? 1000 : 3000 })
    const bare = measured.get('bare undici') ?? Number.NaN
    const itsFetch = measured.get('undici, its fetch') ?? Number.NaN
    print(
      `\na request of ${bytes / 1000} kB, each address for the first time, medians of ${rounds} rounds`,
    )
    print(
      table(
        ['', 'µs', 'of bare undici', 'of its fetch'],
        [...measured].map(([name, each]) => [
          name,
          figure(each),
          times(each / bare),
          times(each / itsFetch),
        ]),
      ),
    )
    const ours = measured.get('ours, in memory')
    overhead.push({
      bytes,
      ratio: ours === undefined ? undefined : ours / bare,
      ratioToFetch: ours === undefined ? undefined : ours / itsFetch,
      microseconds: Object.fromEntries(measured),
    })
  }

  const [hosts, each] = quick ? [100, 10] : [500, 20]
  const scale = await measureScale(hosts, each)
  print(
    `\n${hosts * each} URLs over ${hosts} hosts, in ${figure(scale.seconds)} s; of each host ${each}, a second apart`,
  )
  print(
    table(
      ['URLs', 'in use, MB', 'resident, MB'],
      scale.samples.map(({ done, heap, resident }) => [
        String(done),
        figure(heap),
        figure(resident),
      ]),
    ),
  )
  print(
    `grew by ${figure(growthOfHeap(scale))} MB after the first fifth; at most ${scale.seen.mostAtOnce} at a time to a host, at least ${figure(scale.seen.leastGapMs)} ms apart`,
  )

  const bombs = []
  for (const coding of ['gzip', 'br', 'zstd'] as const) {
    bombs.push({ coding, ...(await measureBomb('ours', coding, 1024)) })
  }
  const plain = quick ? undefined : await measureBomb('fetch', 'gzip', 1024)
  print('\na bomb of 1 GB')
  print(
    table(
      ['', 'memory, MB', 'outcome'],
      [
        ...bombs.map(({ coding, grown, outcome }) => [
          `ours, ${coding}`,
          figure(grown / 1e6),
          outcome,
        ]),
        ...(plain === undefined
          ? []
          : [['plain fetch, gzip', figure(plain.grown / 1e6), plain.outcome]]),
      ],
    ),
  )

  const score = scores.get('ours')
  if (score === undefined) throw new Error('no score')
  const bars = httpBars({ score, feeds: feeds.length, overhead, scale, bombs })
  print(`\n${table(['bars', 'measured', 'wanted', ''], bars.map(barRow))}`)
  return {
    machine,
    rounds,
    quick,
    scores: Object.fromEntries(scores),
    overhead,
    scale,
    bombs,
    plain,
    bars,
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
