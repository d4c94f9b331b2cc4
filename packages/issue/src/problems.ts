import type { Issue, SectionItem } from './document.ts'

/**
 * What is wrong between the parts of an issue that has the right shape: ids that are used twice or
 * lead nowhere, sentences without support, movement without a baseline, anything dated after the
 * issue. Empty for a sound one.
 */
export function issueProblems(issue: Omit<Issue, 'hash'>): string[] {
  return [
    ...idProblems(issue),
    ...supportProblems(issue),
    ...movementProblems(issue),
    ...dateProblems(issue),
  ]
}

function idProblems(issue: Omit<Issue, 'hash'>): string[] {
  const sources = new Set(issue.sources.map((source) => source.id))
  const items = allItems(issue)
  const citable = [...items.map(({ id }) => id), ...issue.facts.map(({ id }) => id)]
  const sectionIds = issue.sections.map(({ id }) => id)
  const charts = issue.charts.map(({ id }) => id)
  const sourceIds = issue.sources.map(({ id }) => id)
  const used = [
    ...items.map((item) => ({ by: item.id, id: item.sourceId })),
    ...issue.sections.flatMap((s) => s.sourceIds.map((id) => ({ by: s.id, id }))),
    ...items.flatMap((item) =>
      'also' in item ? item.also.map(({ sourceId }) => ({ by: item.id, id: sourceId })) : [],
    ),
  ]
  return [
    ...[citable, sectionIds, charts, sourceIds]
      .flatMap(repeated)
      .map((id) => `id ${id} is used twice`),
    ...used
      .filter(({ id }) => !sources.has(id))
      .map(({ by, id }) => `${by}: no source ${id} in this issue`),
  ]
}

function supportProblems(issue: Omit<Issue, 'hash'>): string[] {
  const items = allItems(issue)
  const citable = new Set([...items.map(({ id }) => id), ...issue.facts.map(({ id }) => id)])
  const boards = issue.sections.flatMap((section) =>
    section.kind === 'leaderboard' && section.board !== undefined ? [section.board] : [],
  )
  const computable = new Set([
    ...items.map(({ id }) => id),
    ...issue.sources.map(({ id }) => id),
    ...boards.flatMap((board) => [board.snapshotId, board.baseline?.snapshotId ?? []].flat()),
  ])
  const sentences = [
    ...issue.editorial.paragraphs,
    ...issue.sections.flatMap((section) => section.commentary?.paragraphs ?? []),
  ].flatMap((paragraph) => paragraph.sentences)
  return [
    ...sentences
      .filter((sentence) => sentence.supports.length === 0)
      .map((sentence) => `nothing supports the sentence "${sentence.text}"`),
    ...sentences.flatMap((sentence) =>
      sentence.supports
        .filter((id) => !citable.has(id))
        .map((id) => `"${sentence.text}" is supported by ${id}, which is no fact or item`),
    ),
    ...issue.facts.flatMap((fact) =>
      fact.inputs
        .filter((id) => !computable.has(id))
        .map((id) => `fact ${fact.id}: no snapshot, item or source ${id} in this issue`),
    ),
  ]
}

function movementProblems(issue: Omit<Issue, 'hash'>): string[] {
  return issue.sections
    .flatMap((section) =>
      section.kind === 'leaderboard' && section.board?.baseline === undefined ? section.items : [],
    )
    .filter(({ movement, modelMovement }) => (movement ?? modelMovement) !== undefined)
    .map(({ id }) => `${id} has moved, but its board has no baseline`)
}

function dateProblems(issue: Omit<Issue, 'hash'>): string[] {
  const dated = issue.sections.flatMap((section) => {
    if (section.kind === 'headlines') {
      return section.items.map((item) => ({ id: item.id, at: item.publishedAt }))
    }
    if (section.kind === 'papers') {
      return section.items.map((item) => ({ id: item.id, at: item.announcedOn }))
    }
    if (section.kind === 'leaderboard') {
      return [{ id: section.id, at: section.board?.capturedAt }]
    }
    return []
  })
  return dated
    .filter(({ at }) => at !== undefined && at.slice(0, 10) > issue.date)
    .map(({ id, at }) => `${id} is of ${at}, after the issue of ${issue.date}`)
}

function allItems(issue: Omit<Issue, 'hash'>): SectionItem[] {
  return issue.sections.flatMap((section): SectionItem[] => section.items)
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(ids.filter((id) => seen.has(id) || !seen.add(id)))]
}
