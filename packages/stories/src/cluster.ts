import { canonicalUrl } from './canonical-url.ts'
import { compareStories, timeOf } from './order.ts'
import { type Cluster, type MatchRule, outletOf, type Story } from './story.ts'
import { titleKey, titleWords } from './title-key.ts'

const titleWindow = 3 * 24 * 60 * 60 * 1000

/**
 * Merges tellings of one story: the same canonical address or the same id in one source (but for a
 * site's front page, and for what one source gives to three or more titles), or the same title from
 * different outlets within three days. Nothing is dropped: each record is in exactly one cluster.
 * The result does not depend on the order of the input; clusters come earliest first. Takes time in
 * proportion to the input, but for sorting.
 */
export function clusterStories<S extends Story>(items: readonly S[]): Cluster<S>[] {
  const stories = items.toSorted(compareStories)
  const groups = [
    ...sameKey(stories, 'url', (story) => addressKey(story.url)),
    ...sameKey(stories, 'id', ({ id = '', sourceId }) =>
      id.trim() === '' || sourceId === undefined ? undefined : JSON.stringify([sourceId, id]),
    ),
    ...sameTitle(stories),
  ]
  const parents = stories.map((_, index) => index)
  for (const { members } of groups) {
    const [first = 0, ...others] = members
    for (const other of others) join(parents, first, other)
  }
  const clusters = new Map<number, { members: S[]; rules: Set<MatchRule> }>()
  for (const [index, story] of stories.entries()) {
    const root = find(parents, index)
    const cluster = clusters.get(root)
    if (cluster === undefined) clusters.set(root, { members: [story], rules: new Set() })
    else cluster.members.push(story)
  }
  for (const { rule, members } of groups) {
    clusters.get(find(parents, members[0] ?? 0))?.rules.add(rule)
  }
  return [...clusters.values()].flatMap(({ members: [primary, ...also], rules }) =>
    primary === undefined ? [] : [{ primary, also, matchedBy: [...rules] }],
  )
}

interface Group {
  rule: MatchRule
  /** Two or more places in the sorted list. */
  members: number[]
}

/** The address without `www.`, which no site uses to tell two stories apart. */
function addressKey(url = ''): string | undefined {
  const canonical = canonicalUrl(url).replace(/^(https?:\/\/)www\./, '$1')
  // A front page is where many stories link that have no page of their own.
  return /^https?:\/\/[^/]+\/(?:[^#]|#!?\/)/.test(canonical) ? canonical : undefined
}

function sameKey(
  stories: readonly Story[],
  rule: MatchRule,
  keyOf: (story: Story) => string | undefined,
): Group[] {
  const groups = new Map<string, number[]>()
  for (const [index, story] of stories.entries()) {
    const key = keyOf(story)
    const members = key === undefined ? undefined : groups.get(key)
    if (members !== undefined) members.push(index)
    else if (key !== undefined) groups.set(key, [index])
  }
  return several(rule, groups.values()).filter(({ members }) => !isListing(stories, members))
}

// Three titles under one address of one source: a page of many stories, such as release notes that
// every entry of their feed links to. Two are one title and its correction.
function isListing(stories: readonly Story[], members: readonly number[]): boolean {
  const titles = new Map<string, Set<string>>()
  for (const index of members) {
    const { sourceId = '', title = '' } = stories[index] ?? {}
    const known = titles.get(sourceId)
    if (known === undefined) titles.set(sourceId, new Set([titleWords(title)]))
    else known.add(titleWords(title))
  }
  return [...titles.values()].some(({ size }) => size > 2)
}

// An outlet that uses a title twice has a column of that name: the second one opens a new group.
function sameTitle(stories: readonly Story[]): Group[] {
  const closed: number[][] = []
  const open = new Map<string, { since: number; outlets: Set<string>; members: number[] }>()
  for (const [index, story] of stories.entries()) {
    const key = titleKey(story.title, story.outlet)
    const time = timeOf(story)
    if (key === undefined || time === undefined) continue
    const group = open.get(key)
    const outlet = outletOf(story)
    if (group !== undefined && time - group.since <= titleWindow && !group.outlets.has(outlet)) {
      group.members.push(index)
      group.outlets.add(outlet)
    } else {
      if (group !== undefined) closed.push(group.members)
      open.set(key, { since: time, outlets: new Set([outlet]), members: [index] })
    }
  }
  return several('title', [...closed, ...[...open.values()].map(({ members }) => members)])
}

function several(rule: MatchRule, groups: Iterable<number[]>): Group[] {
  return [...groups].filter(({ length }) => length > 1).map((members): Group => ({ rule, members }))
}

function find(parents: number[], index: number): number {
  let at = index
  for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
    // Halving the path keeps later walks short.
    parents[at] = parents[parent] ?? parent
    at = parents[at] ?? parent
  }
  return at
}

// The earlier story stays the root, so that a cluster stands where its primary does.
function join(parents: number[], a: number, b: number): void {
  const [first, second] = [find(parents, a), find(parents, b)]
  parents[Math.max(first, second)] = Math.min(first, second)
}
