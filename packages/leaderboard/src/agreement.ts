import { SourceError } from '@inference-report/source'
import { boardModels, readAliases } from './board-models.ts'
import { isPartial } from './comparable.ts'
import { kendallTau } from './kendall.ts'
import { matchModels } from './match-models.ts'
import { rounded } from './numbers.ts'
import { byText } from './order.ts'
import { type SharedModel, sharedModels } from './shared-models.ts'
import type { Snapshot } from './snapshot.ts'

export interface AgreementOptions {
  /** How many of the first places `overlap` looks at, 10 by default. */
  depth?: number | undefined
  /** Names of models as a board prints them → the name to know them by, spelling aside. */
  aliases?: Readonly<Record<string, string>> | undefined
  /** `best`, the default: a model counts once, by its best row. `each`: with each of its efforts. */
  efforts?: 'best' | 'each' | undefined
}

/** How far two boards agree about the models that both have ranked. */
export interface Agreement {
  /** How many models each board has ranked; `only` of them are not on the other. */
  a: { snapshot: string; board: string; models: number; only: number }
  b: { snapshot: string; board: string; models: number; only: number }
  /** By place on the first board, then by name. */
  models: SharedModel[]
  /**
   * The models that both boards have among the first `depth` places of the shared ones; `of` is the
   * longer of the two lists, which ties can make longer than `depth`. Says nothing where `depth` is
   * the number of all shared models. Absent where no model is shared.
   */
  overlap?: { depth: number; shared: number; of: number; sharedPercent: number } | undefined
  /** Kendall's tau-b over the shared models: 1 same order, -1 reversed. Absent where it cannot be told. */
  tau?: number | undefined
  /** The shared models that are the most places apart; absent where all have the same places. */
  disagreement?: { placesApart: number; models: SharedModel[] } | undefined
  /** Names that could be several models of a board, or of the other one; they are not shared models. */
  ambiguous: string[]
}

/**
 * Compares the order of two boards on the models that both have ranked; they need not measure the
 * same. Models are matched by name in one spelling without the effort (`GPT-5.5 (xhigh)`,
 * `gpt-5-5-xhigh`), then, where that leaves exactly one on each board, without a maker's path or a date
 * (`openai/gpt-5.5`, `gpt-5.5-2026-04-23`) and in any order of words; a model and an agent never match.
 *
 * @throws SourceError `incomparable` for a snapshot with the warning `partial`, whose ranks are not the
 * board's.
 */
export function agreement(a: Snapshot, b: Snapshot, options: AgreementOptions = {}): Agreement {
  const { depth = 10, aliases = {}, efforts = 'best' } = options
  if (!Number.isInteger(depth) || depth < 1) throw new RangeError('depth is a whole number from 1')
  refusePartial(a)
  refusePartial(b)
  const reading = { aliases: readAliases(aliases), isEachEffort: efforts === 'each' }
  const [first, second] = [boardModels(a, reading), boardModels(b, reading)]
  const { pairs, ambiguous } = matchModels(first.models, second.models)
  const models = sharedModels(pairs)
  const overlap = overlapOf(models, depth)
  const tau = kendallTau(
    models.map((model) => model.a.place),
    models.map((model) => model.b.place),
  )
  const apart = models.reduce((most, { placesApart }) => Math.max(most, Math.abs(placesApart)), 0)
  return {
    a: boardOf(a, first.models.size, models.length),
    b: boardOf(b, second.models.size, models.length),
    models,
    ...(overlap === undefined ? {} : { overlap }),
    ...(tau === undefined ? {} : { tau: rounded(tau) }),
    ...(apart === 0
      ? {}
      : {
          disagreement: {
            placesApart: apart,
            models: models.filter(({ placesApart }) => Math.abs(placesApart) === apart),
          },
        }),
    ambiguous: [...new Set([...first.ambiguous, ...second.ambiguous, ...ambiguous])].sort(byText),
  }
}

function refusePartial(snapshot: Snapshot): void {
  if (!isPartial(snapshot)) return
  throw new SourceError('incomparable', {
    source: snapshot.board,
    url: snapshot.url,
    expected: 'whole snapshots of two boards',
    received: `${snapshot.id}, a part of its board`,
  })
}

function boardOf(snapshot: Snapshot, models: number, shared: number): Agreement['a'] {
  return { snapshot: snapshot.id, board: snapshot.board, models, only: models - shared }
}

function overlapOf(models: readonly SharedModel[], asked: number): Agreement['overlap'] {
  if (models.length === 0) return undefined
  const depth = Math.min(asked, models.length)
  const inA = models.filter(({ a }) => a.place <= depth)
  const inB = models.filter(({ b }) => b.place <= depth)
  const shared = inA.filter(({ b }) => b.place <= depth).length
  const of = Math.max(inA.length, inB.length)
  return { depth, shared, of, sharedPercent: rounded((shared / of) * 100) }
}
