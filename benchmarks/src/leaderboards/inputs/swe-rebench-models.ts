import { createRandom } from './random.ts'

/** Results of one model in one window, as the payload names them. */
export interface RangeResults {
  resolvedRate: number
  sem: number
  passN: number
  instanceCosts: number
  totalTokenUsage: number
  cachedTokenPercentage: number | null
}

/** One invented model, and when it was evaluated. */
export interface SweRebenchModel {
  modelId: string
  modelName: string
  agentVersion: 'text' | 'tools'
  developer: string
  isAgent: boolean
  /** Milliseconds. */
  releasedAt: number
  /** Indices into the boundaries. */
  from: number
  to: number
}

const day = 86_400_000

/** Half-months from 2025 on, in milliseconds: 34 of them make 595 windows, those of no length counted. */
export function boundaries(count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    Date.UTC(2025, index >> 1, index % 2 === 0 ? 1 : 15),
  )
}

const families = ['Nova', 'Lux', 'Marrow', 'Tern', 'Quill', 'Sextant', 'Étoile', 'Harrow']
const efforts = ['', ' [low]', ' [medium]', ' [high]']
const developers = ['acme', 'harrow', 'lantern-lab', 'northwind']

/** Models whose evaluations begin and end at different boundaries, a fifth of them before the last window. */
export function inventModels(count: number, lastBoundary: number): SweRebenchModel[] {
  const random = createRandom(count)
  return Array.from({ length: count }, (_, index) => {
    const isAgent = index % 17 === 3
    const isText = index % 11 === 5
    const family = families[index % families.length] ?? ''
    const modelName = isAgent
      ? `Harness ${index}`
      : `${family} ${index}${efforts[index % efforts.length] ?? ''}`
    const isOld = index % 5 === 4
    const to = isOld ? Math.floor(lastBoundary / 2) : lastBoundary
    const agentVersion = isText ? 'text' : 'tools'
    return {
      modelId: `${modelName}__${agentVersion}`,
      modelName,
      agentVersion,
      developer: developers[index % developers.length] ?? '',
      isAgent,
      releasedAt: Date.UTC(2025, 0, 1) + Math.floor(random() * 500) * day,
      from: Math.floor((0.3 + random() / 2) * to),
      to,
    }
  })
}

const nothing: RangeResults = {
  resolvedRate: 0,
  sem: 0,
  passN: 0,
  instanceCosts: 0,
  totalTokenUsage: 0,
  cachedTokenPercentage: 0,
}

/**
 * What a model scored between two boundaries: nothing where they are the same, and the same again for
 * every end after its last evaluation. Early evaluations knew no costs and no cached tokens.
 */
export function inventResults(
  model: SweRebenchModel,
  index: number,
  start: number,
  end: number,
  shift: number,
): RangeResults {
  if (start === end) return nothing
  const random = createRandom(index * 7919 + start * 101 + Math.min(end, model.to) * 13 + shift)
  const resolvedRate = 20 + random() * 45
  const isEarly = model.agentVersion === 'text' || index % 5 < 2
  return {
    resolvedRate,
    sem: random() * 3,
    passN: resolvedRate + random() * 15,
    instanceCosts: isEarly ? 0 : random() * 4,
    totalTokenUsage: isEarly ? 0 : random() * 4e6,
    cachedTokenPercentage: isEarly ? null : 60 + random() * 39,
  }
}
