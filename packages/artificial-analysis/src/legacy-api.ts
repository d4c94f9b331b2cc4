import type { RawBoard } from './board.ts'
import { type JsonRecord, readPath } from './record.ts'

/**
 * `/api/v2/data/llms/models`: one body with all rows. It marks what is unknown with 0 as well as with
 * null, states no version of the index, and measures speed with prompts of 1,000 tokens.
 *
 * @see https://artificialanalysis.ai/documentation
 */
export function readLegacyApi(rows: readonly unknown[]): RawBoard {
  return { surface: 'legacy', models: rows.map(readRow) }
}

function readRow(row: unknown, index: number): RawBoard['models'][number] {
  const known = (path: string): unknown => {
    const value = readPath(row, path)
    return value === 0 ? undefined : value
  }
  return {
    path: `data[${index}]`,
    id: readPath(row, 'id'),
    name: readPath(row, 'name'),
    organization: readPath(row, 'model_creator.name'),
    releasedOn: readPath(row, 'release_date'),
    values: {
      intelligenceIndex: known('evaluations.artificial_analysis_intelligence_index'),
      outputTokensPerSecond: known('median_output_tokens_per_second'),
      priceInputUsdPerMillionTokens: known('pricing.price_1m_input_tokens'),
      priceOutputUsdPerMillionTokens: known('pricing.price_1m_output_tokens'),
      priceBlendedUsdPerMillionTokens: known('pricing.price_1m_blended_3_to_1'),
    },
  }
}

/** Whether the rows of a body without pages are of this API's shape. */
export function isLegacyRow(row: JsonRecord): boolean {
  return !Object.hasOwn(row, 'performance')
}
