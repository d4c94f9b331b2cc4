import type { Bar } from '../bars.ts'
import type { InputFile, Measurement } from '../measure/measure.ts'
import { ratio } from '../measure/ratios.ts'

const ours = 'ours'

/** What the packages promise of their speed, page by page. */
export function leaderboardsBars(
  measured: Measurement,
  inputs: readonly InputFile[],
  /** Bytes by which a process of ours grew, by page. */
  memory: ReadonlyMap<string, number | undefined>,
): Bar[] {
  return inputs.flatMap((input): Bar[] => {
    const grown = memory.get(input.name)
    return [
      {
        what: `${input.name}: times as fast as cheerio + JSON.parse`,
        value: ratio(measured, [input], ours, 'cheerio + JSON.parse').overall,
        atLeast: 15,
        unit: '×',
      },
      {
        what: `${input.name}: times the time of bare JSON.parse`,
        value: ratio(measured, [input], 'JSON.parse, bare', ours).overall,
        atMost: 4,
        unit: '×',
      },
      {
        what: `${input.name}: memory, times the page`,
        value: grown === undefined ? undefined : grown / input.bytes,
        atMost: 6,
        unit: '×',
      },
    ]
  })
}
