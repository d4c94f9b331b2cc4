import { createRandom } from './random.ts'

/** One invented model, by the keys of the page; a key that is absent was not measured. */
export interface AnalysedModel {
  slug: string
  name: string
  creator: string
  deprecated: boolean
  isOpenWeights: boolean
  contextWindowTokens: number
  intelligenceIndex: number | null
  isEstimated: boolean
  /** `undefined` is written as the page does: no key, or the text `$undefined`. */
  costPerTask: number | undefined
  priceInput: number | null
  priceOutput: number | null
  outputTokensPerSecond: number | undefined
}

const makers = ['Acme', 'Harrow Labs', 'Lantern', 'Étoile IA', 'Northwind']
const families = ['Nova', 'Lux', 'Tern', 'Quill', 'Marrow', 'Sextant']
const efforts = ['', ' (low)', ' (high)', ' (xhigh)', ' (Non-reasoning)']

/** Every tenth has no index, every sixth no price, every fourth no speed; some prices are 0, truly. */
export function inventAnalysed(count: number): AnalysedModel[] {
  const random = createRandom(count + 1)
  return Array.from({ length: count }, (_, index) => {
    const family = families[index % families.length] ?? ''
    const effort = efforts[index % efforts.length] ?? ''
    const isPriced = index % 6 !== 5
    const isFree = index % 40 === 7
    return {
      slug: `${family.toLowerCase()}-${index}`,
      name: `${family} ${index}${effort}`,
      creator: makers[index % makers.length] ?? '',
      deprecated: index % 3 === 2,
      isOpenWeights: index % 2 === 0,
      contextWindowTokens: 2 ** (13 + (index % 8)),
      intelligenceIndex: index % 10 === 9 ? null : 5 + random() * 60,
      isEstimated: index % 7 < 4,
      costPerTask: index % 5 < 2 ? undefined : random() * 6,
      priceInput: isPriced ? (isFree ? 0 : random() * 8) : null,
      priceOutput: isPriced ? (isFree ? 0 : random() * 30) : null,
      outputTokensPerSecond: index % 4 === 3 ? undefined : 20 + random() * 300,
    }
  })
}
