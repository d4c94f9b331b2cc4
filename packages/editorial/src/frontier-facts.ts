import type { Fact } from '@inference-report/issue'
import type { Frontier, Snapshot, Values } from '@inference-report/leaderboard'
import { finishFacts } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { difference } from './quantity.ts'
import { countOf, countWord, listNames, plainLine } from './words.ts'

/** Of fewer entries a frontier says nothing. */
const fewest = 3

/**
 * Which entries no other outdoes on two metrics together, `frontier`: none is as good on both and better
 * on one. How many lack a value is told.
 */
export function factsFromFrontier(
  { x, y, members, dominated, missing }: Frontier,
  snapshot: Snapshot,
  options: BoardOptions,
): Fact[] {
  const known = members.length + dominated.length
  if (known < fewest) return []
  const [first, second] = [x, y].map(({ key }) => labelOf(snapshot, key, options))
  const names = listNames(members.map(({ name }) => name))
  const count = members.length === known ? `all ${countWord(known)}` : countWord(members.length)
  const verb = members.length === 1 ? 'is' : 'are'
  const sentence = `Of the ${countWord(known)} entries on ${options.name} whose “${first}” and “${second}” are known, ${count} ${verb} outdone by no other on the two together: ${names}${lacking(missing.length)}`
  const part = `${x.key}-${y.key}`
  const fact = { kind: 'frontier', part, unit: 'entries', value: members.length, sentence }
  return finishFacts([fact], snapshot, [snapshot.id, options.sourceId], options)
}

/** Which entry has the highest score for its price, `value`; free entries and unknown prices are told. */
export function factsFromValues(
  { rows, free, missing, price }: Values,
  snapshot: Snapshot,
  options: BoardOptions,
): Fact[] {
  const [metric] = snapshot.metrics
  const [top] = rows
  const unit = snapshot.metrics.find(({ key }) => key === price)?.unit.replace(/^usd\b\s*/i, '')
  if (metric === undefined || top === undefined || unit === undefined || rows.length < fewest)
    return []
  const tied = rows.filter(({ scorePerDollar }) => scorePerDollar === top.scorePerDollar)
  if (tied.length === rows.length) return []
  const names = listNames(tied.map(({ name }) => name))
  const [verb, its] = tied.length === 1 ? ['has', 'its'] : ['have', 'their']
  const per = `for each dollar${unit === '' ? '' : ` ${unit.replace('/', 'per ')}`}`
  const aside =
    free.length === 0 ? '' : `, leaving aside ${countOf(free.length, 'free entry', 'free entries')}`
  const sentence = `Of the ${countWord(rows.length)} entries on ${options.name} with a score and a price, ${names} ${verb} the highest score for ${its} price: ${difference(top.scorePerDollar, metric)} ${per}${aside}${lacking(missing.length)}`
  const fact = { kind: 'value', part: price, value: top.scorePerDollar, sentence }
  return finishFacts([fact], snapshot, [snapshot.id, options.sourceId], options)
}

function labelOf({ metrics }: Snapshot, key: string, { name }: BoardOptions): string {
  const label = plainLine(metrics.find((metric) => metric.key === key)?.label ?? key)
  // "Artificial Analysis Intelligence Index" on Artificial Analysis is its Intelligence Index.
  const own = label.startsWith(`${name} `) ? label.slice(name.length + 1) : label
  return own.replace(/["“”„«»「」]/g, '’')
}

function lacking(entries: number): string {
  return entries === 0
    ? ''
    : `; ${countWord(entries)} more ${entries === 1 ? 'lacks' : 'lack'} one or both`
}
