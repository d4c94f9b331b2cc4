import type { Fact } from '@inference-report/issue'
import type { GroupTrend, GroupTrends, Movement } from '@inference-report/leaderboard'
import { type BoardFact, finishFacts } from './board-fact.ts'
import type { BoardOptions } from './board-options.ts'
import { type MovementSnapshots, type MovingBoard, movingBoard } from './moving-board.ts'
import { difference, places } from './quantity.ts'
import { countWord } from './words.ts'

export interface GroupOptions extends BoardOptions {
  /**
   * How a group stands behind "the three entries": `organization`, the default, gives `of Acme`,
   * `openWeights` gives `with open weights` for `open`. Another grouping needs its own words.
   */
  by?: 'organization' | 'openWeights' | ((group: string) => string) | undefined
}

/** Means below this are printed as nothing. */
const least = 0.05

/**
 * How the rows of a group fared on average, `group-trend`: places among the rows ranked then and now, and
 * scores. A group of which fewer than two rows can be compared makes no fact. Ids end with the group.
 */
export function factsFromGroups(
  { groups }: GroupTrends,
  movement: Movement,
  { before, after }: MovementSnapshots,
  options: GroupOptions,
): Fact[] {
  const board = movingBoard(movement, { before, after }, options)
  const facts = groups.flatMap((trend): BoardFact[] => {
    if (trend.compared < 2 || trend.meanRankChange === undefined) return []
    const sentence = groupSentence(
      trend,
      trend.meanRankChange,
      phraseOf(trend.group, options),
      board,
    )
    const { group: part, meanRankChange: value } = trend
    return [{ kind: 'group-trend', part, unit: 'places', value, sentence }]
  })
  return finishFacts(facts, after, [movement.before, movement.after], options)
}

function phraseOf(group: string, { by = 'organization' }: GroupOptions): string {
  if (typeof by === 'function') return by(group)
  return by === 'organization' ? `of ${group}` : `with ${group} weights`
}

function groupSentence(
  { compared, scored, meanScoreChange }: GroupTrend,
  mean: number,
  phrase: string,
  { name, since, metric }: MovingBoard,
): string {
  const rows = `${compared === 2 ? 'both' : `the ${countWord(compared)}`} entries ${phrase} ranked then and now`
  const moved =
    mean === 0
      ? 'have kept their places on average'
      : Math.abs(mean) < least
        ? 'have hardly moved on average'
        : `have ${mean > 0 ? 'climbed' : 'dropped'} ${places(Math.abs(mean))} on average among all such entries`
  const isTold = scored === compared && meanScoreChange !== undefined && metric !== undefined
  const scores =
    !isTold || Math.abs(meanScoreChange) < least
      ? ''
      : `, and ${meanScoreChange > 0 ? 'gained' : 'lost'} ${difference(Math.abs(meanScoreChange), metric)} on average`
  return `On ${name}, ${rows} ${moved} since ${since}${scores}`
}
