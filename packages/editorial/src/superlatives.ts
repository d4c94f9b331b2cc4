import type { Support } from './support.ts'

const superlatives = new Set(
  `first best worst most record ever never unprecedented unmatched unrivalled unrivaled biggest largest smallest highest lowest fastest slowest cheapest dearest greatest
  strongest weakest newest oldest longest shortest richest latest`.split(/\s+/),
)

// Any other "-est" is a superlative too, but for these.
const ordinary = new Set(
  `test pretest contest request invest interest forest harvest protest suggest digest honest modest west
  midwest northwest southwest rest best nest quest guest chest arrest manifest earnest tempest pest vest
  zest jest crest attest ingest infest detest divest backtest conquest behest inquest bequest unrest
  everest budapest est lest wrest pytest ernest`.split(/\s+/),
)

/** Superlatives of the text that no supporting fact's sentence has; items' own names may have them. */
export function unsupportedSuperlatives(text: string, support: Support): string[] {
  const allowed = new Set(wordsOf(support.factText))
  return superlativesOf(text, support).filter((word) => !allowed.has(word))
}

/** The superlatives of a text but for those in the names of its items. */
export function superlativesOf(text: string, { items }: Pick<Support, 'items'>): string[] {
  const labels = items
    .flatMap(({ title, name, outlet, owner }) => [title, name, outlet, owner])
    .filter((label) => label !== undefined)
  const masked = labels.reduce((rest, label) => rest.replaceAll(label.trim() || ' ', ' '), text)
  return [...new Set(wordsOf(masked))].filter(
    (word) => superlatives.has(word) || (/^[a-z]{3,}est$/.test(word) && !ordinary.has(word)),
  )
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
