import * as z from 'zod'
import type { Issue } from './document.ts'

const id = z.string().min(1)
// The pattern says to JSON Schema what trimming does: no white space around, and something between.
const line = z
  .string()
  .trim()
  .regex(/^\S(?:[\s\S]*\S)?$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.iso.date()
const instant = z.iso.datetime()
const link = z.url({ protocol: /^https?$/, abort: true }).regex(/^https?:\/\//i)
const state = z.enum(['ok', 'quiet', 'stale', 'drift', 'failed'])
const count = z.int().nonnegative()

const source = z.object({
  id,
  name: line,
  url: link,
  state,
  reason: line.optional(),
  capturedAt: z.union([day, instant]).optional(),
  status: z.int().min(100).max(599).optional(),
  sha256: sha256.optional(),
  items: count,
  warnings: z.array(z.object({ code: id, message: line })),
})

const itemBase = { id, sourceId: id, url: link }

const headline = z.object({
  ...itemBase,
  title: line,
  outlet: line,
  publishedAt: instant,
  dateOnly: z.boolean().optional(),
  summary: line.optional(),
  authors: z.array(line),
  also: z.array(z.object({ outlet: line, url: link, sourceId: id })),
})

const paper = z.object({
  ...itemBase,
  title: line,
  abstract: line.optional(),
  authors: z.array(line),
  primaryCategory: id.optional(),
  categories: z.array(id),
  announcedOn: day.optional(),
  announceType: id.optional(),
  comment: line.optional(),
})

const movement = z.object({
  kind: z.enum(['new', 'same', 'up', 'down']),
  rankBefore: z.int().positive().optional(),
  rankChange: z.int().optional(),
  scoreChange: z.number().optional(),
})

const row = z.object({
  ...itemBase,
  name: line,
  model: line,
  modelRank: z.int().positive().optional(),
  organization: line.optional(),
  effort: line.optional(),
  rank: z.int().positive().optional(),
  values: z.record(z.string(), z.number()),
  flags: z.array(id),
  movement: movement.optional(),
  modelMovement: movement.optional(),
})

const repository = z.object({
  ...itemBase,
  rank: z.int().positive(),
  owner: line,
  name: line,
  description: line.optional(),
  language: line.optional(),
  stars: count.optional(),
  forks: count.optional(),
  starsGained: count.optional(),
})

const model = z.object({
  ...itemBase,
  name: line,
  organization: line.optional(),
  openWeights: z.boolean().optional(),
  inputModalities: z.array(line),
  contextWindowTokens: z.int().positive().optional(),
  releasedOn: day.optional(),
})

const paragraphs = z.array(
  z.object({ sentences: z.array(z.object({ text: line, supports: z.array(id) })) }),
)

const sectionBase = {
  id,
  heading: line,
  subtitle: line.optional(),
  badge: line.optional(),
  allLabel: line,
  emptyText: line,
  state,
  note: line.optional(),
  featured: count,
  sourceIds: z.array(id),
  commentary: z.object({ paragraphs, byline: line }).optional(),
}

const column = z.object({
  key: id,
  label: line,
  format: z.enum(['score', 'percent', 'integer', 'usd']),
  description: line.optional(),
  derived: z.boolean().optional(),
  front: z.boolean(),
})

const board = z.object({
  board: id,
  series: id,
  snapshotId: id,
  version: line.optional(),
  window: z.object({ from: day, to: day }).optional(),
  capturedAt: z.union([day, instant]).optional(),
  url: link,
  attribution: z.object({ text: line, url: link }).optional(),
  baseline: z.object({ snapshotId: id, capturedAt: z.union([day, instant]).optional() }).optional(),
})

const section = z.discriminatedUnion('kind', [
  z.object({ ...sectionBase, kind: z.literal('headlines'), items: z.array(headline) }),
  z.object({ ...sectionBase, kind: z.literal('papers'), items: z.array(paper) }),
  z.object({
    ...sectionBase,
    kind: z.literal('leaderboard'),
    board: board.optional(),
    columns: z.array(column),
    items: z.array(row),
  }),
  z.object({
    ...sectionBase,
    kind: z.literal('repositories'),
    period: z.enum(['daily', 'weekly', 'monthly']),
    items: z.array(repository),
  }),
  z.object({ ...sectionBase, kind: z.literal('models'), items: z.array(model) }),
])

const fact = z.object({
  id,
  kind: id,
  scope: id,
  unit: line.optional(),
  value: z.union([z.number(), z.string(), z.boolean()]),
  inputs: z.array(id),
  sentence: line,
})

const chart = z.object({
  id,
  title: line,
  unit: line,
  series: z.array(
    z.object({ name: line, points: z.array(z.object({ on: day, value: z.number() })) }),
  ),
  inputs: z.array(id),
})

/** The shape of an issue. What holds between its parts is `issueProblems`'s to say. */
export const issueSchema: z.ZodType<Issue> = z.object({
  schemaVersion: z.literal(1),
  publication: z.object({
    name: line,
    url: link.optional(),
    language: line,
    notice: line.optional(),
  }),
  date: day,
  revision: z.int().positive(),
  timeZone: line,
  window: z.object({ from: instant, to: instant }),
  previous: z.object({ date: day, revision: z.int().positive(), hash: sha256 }).optional(),
  sections: z.array(section),
  editorial: z.object({ paragraphs, byline: line, writer: line }),
  facts: z.array(fact),
  charts: z.array(chart),
  sources: z.array(source),
  hash: sha256,
})

/** The same as JSON Schema 2020-12, for programs in other languages. */
export const issueJsonSchema: Record<string, unknown> = {
  title: 'Issue',
  ...z.toJSONSchema(issueSchema, { target: 'draft-2020-12', io: 'output' }),
}
