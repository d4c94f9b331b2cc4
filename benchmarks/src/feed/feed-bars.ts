import type { Bar } from '../bars.ts'
import type { InputFile, Measurement } from '../measure/measure.ts'
import { ratio } from '../measure/ratios.ts'

export interface Measured {
  /** Over the captures, where they are. */
  real: { measured: Measurement; inputs: InputFile[] } | undefined
  /** Bytes. */
  gzipped: number
  /** Milliseconds. */
  imported: number
  /** Time of one item of a hundred times as many, over that of one of few. */
  growth: number
}

const bare = 'ours, sanitize: false'
const [ours, feedsmith, feedparser] = ['ours', 'feedsmith', 'feedparser']

/** What the package promises of its speed. */
export function feedBars({ real, gzipped, imported, growth }: Measured): Bar[] {
  const against = (fast: string, slow: string) =>
    real === undefined ? undefined : ratio(real.measured, real.inputs, fast, slow)
  return [
    bar('sanitize: false against feedsmith, per file', against(bare, feedsmith)?.perFile, 15),
    bar('default against feedsmith, per file', against(ours, feedsmith)?.perFile, 6),
    bar('sanitize: false against feedsmith, over all bytes', against(bare, feedsmith)?.overall, 6),
    bar('default against feedsmith, over all bytes', against(ours, feedsmith)?.overall, 2.5),
    bar('sanitize: false against feedparser, per file', against(bare, feedparser)?.perFile, 20),
    bar('default against feedparser, per file', against(ours, feedparser)?.perFile, 20),
    { what: 'bundle of parseFeed, gzipped', value: gzipped / 1000, atMost: 40, unit: ' kB' },
    { what: 'import', value: imported, atMost: 30, unit: ' ms' },
    { what: 'time of an item, 100 times the items', value: growth, atMost: 1.5, unit: '×' },
  ]
}

function bar(what: string, value: number | undefined, atLeast: number): Bar {
  return { what, value, atLeast, unit: '×' }
}
