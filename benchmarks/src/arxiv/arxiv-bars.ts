import type { Bar } from '../bars.ts'
import type { InputFile, Measurement } from '../measure/measure.ts'
import { ratio } from '../measure/ratios.ts'

/** What the package promises of one surface: its papers cost little more than the tree they are read from. */
export function arxivBars(
  surface: string,
  bare: string,
  measured: Measurement,
  inputs: readonly InputFile[],
): Bar[] {
  const { perFile, overall } = ratio(measured, inputs, 'bare', 'ours')
  const bar = (how: string, value: number): Bar => ({
    what: `${surface}: cost beside bare ${bare}, ${how}`,
    value,
    atMost: 1.5,
    unit: '×',
  })
  return [bar('per file', perFile), bar('over all bytes', overall)]
}
