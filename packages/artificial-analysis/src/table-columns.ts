import { cutText, type Defects, SourceError } from '@inference-report/source'

export type Column =
  | 'model'
  | 'creator'
  | 'provider'
  | 'contextWindowTokens'
  | 'intelligenceIndex'
  | 'costUsdPerTask'
  | 'outputTokensPerSecond'
  | 'priceInputUsdPerMillionTokens'
  | 'priceOutputUsdPerMillionTokens'
  | 'priceBlendedUsdPerMillionTokens'

interface Names {
  /** As the page prints it, in lower case and without spaces: its words are fused in some versions. */
  current: string
  /** Read too, but told. */
  others: readonly string[]
}

const columns: Readonly<Record<Column, Names>> = {
  model: { current: 'model', others: ['models', 'modelname'] },
  creator: { current: 'creator', others: ['modelcreator', 'organization', 'lab'] },
  provider: { current: 'apiprovider', others: ['provider', 'host'] },
  contextWindowTokens: { current: 'contextwindow', others: ['context', 'contextlength'] },
  intelligenceIndex: {
    current: 'artificialanalysisintelligenceindex',
    others: ['intelligenceindex', 'aaintelligenceindex'],
  },
  costUsdPerTask: { current: 'costpertaskusd', others: ['costpertask($)', 'costpertask(usd)'] },
  outputTokensPerSecond: {
    current: 'mediantokens/s',
    others: ['tokens/s', 'outputtokens/s', 'medianoutputtokens/s'],
  },
  priceInputUsdPerMillionTokens: { current: 'inputpriceusd/1mtokens', others: [] },
  priceOutputUsdPerMillionTokens: { current: 'outputpriceusd/1mtokens', others: [] },
  priceBlendedUsdPerMillionTokens: { current: 'blendedusd/1mtokens', others: [] },
}

// The columns a reader sees before opening a group of others.
const required: Readonly<Record<'models' | 'providers', readonly Column[]>> = {
  models: ['contextWindowTokens', 'creator', 'costUsdPerTask', 'outputTokensPerSecond'],
  providers: ['contextWindowTokens', 'priceBlendedUsdPerMillionTokens', 'outputTokensPerSecond'],
}

/** Which column a head names; `undefined` for one we do not read, such as one in another unit. */
export function nameColumn(head: string): { column: Column; isCurrent: boolean } | undefined {
  const text = head.toLowerCase().replace(/\s/g, '')
  for (const [column, { current, others }] of Object.entries(columns)) {
    if (isColumn(column) && (text === current || others.includes(text))) {
      return { column, isCurrent: text === current }
    }
  }
  return undefined
}

/**
 * Where each column stands. One that is gone leaves the warning `field-missing`.
 *
 * @throws SourceError `drift` where the model or its score has none: to read by position would put one
 * number in the place of another.
 */
export function placeColumns(heads: readonly string[], defects: Defects): Map<Column, number> {
  const places = new Map<Column, number>()
  for (const [index, head] of heads.entries()) {
    const named = nameColumn(head)
    if (named === undefined || places.has(named.column)) continue
    if (!named.isCurrent) {
      const message = `"${cutText(head, 80)}" was read as the column ${named.column}.`
      defects.add('field-moved', message, `column ${index}`)
    }
    places.set(named.column, index)
  }
  if (!places.has('model') || !places.has('intelligenceIndex')) {
    throw new SourceError('drift', {
      source: 'artificial-analysis',
      expected: 'a table with the columns "Model" and "Artificial Analysis Intelligence Index"',
      received: heads,
    })
  }
  for (const column of required[places.has('provider') ? 'providers' : 'models']) {
    if (places.has(column)) continue
    const message = `The table has no column for ${column}, which is unknown.`
    defects.add('field-missing', message, column)
  }
  return places
}

function isColumn(name: string): name is Column {
  return Object.hasOwn(columns, name)
}
