import { readFile } from 'node:fs/promises'
import { trendingUrl } from '@inference-report/github-trending'
import * as z from 'zod'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
const text = z.string().trim().min(1)
const address = z.url({ protocol: /^https?$/ })

const sourceBase = { id, section: id, name: text }

const sectionBase = {
  id,
  heading: text,
  subtitle: text.optional(),
  badge: text.optional(),
  allLabel: text,
  emptyText: text,
  featured: z.int().nonnegative(),
}

const sectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...sectionBase, kind: z.literal('headlines') }),
  z.strictObject({ ...sectionBase, kind: z.literal('papers') }),
  z.strictObject({ ...sectionBase, kind: z.literal('leaderboard') }),
  z.strictObject({ ...sectionBase, kind: z.literal('repositories') }),
])

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...sourceBase,
    kind: z.literal('feed'),
    url: address,
    // Where a feed glues words before its titles: what this matches at their beginning is cut.
    titleCut: z.string().min(1).refine(isPattern, 'not a regular expression').optional(),
  }),
  z.strictObject({
    ...sourceBase,
    kind: z.literal('arxiv'),
    category: z.string().regex(/^[a-z-]+(\.[A-Za-z-]+)?$/),
    // Where readers are sent; by default arXiv's own page. `{id}` stands for the paper's id.
    paperUrl: z.string().includes('{id}').optional(),
  }),
  z.strictObject({ ...sourceBase, kind: z.literal('artificial-analysis') }),
  z.strictObject({ ...sourceBase, kind: z.literal('swe-rebench') }),
  z.strictObject({
    ...sourceBase,
    kind: z.literal('github-trending'),
    language: text.superRefine(refuseUnlisted).optional(),
  }),
])

const sectionKindOf = {
  feed: 'headlines',
  arxiv: 'papers',
  'artificial-analysis': 'leaderboard',
  'swe-rebench': 'leaderboard',
  'github-trending': 'repositories',
} as const

const configSchema = z
  .strictObject({
    publication: z.strictObject({
      name: text,
      url: address.optional(),
      language: text,
      notice: text.optional(),
    }),
    byline: text,
    sections: z.array(sectionSchema).min(1),
    sources: z.array(sourceSchema).min(1),
  })
  .superRefine(({ sections, sources }, context) => {
    const report = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    for (const [list, name] of [
      [sections, 'sections'],
      [sources, 'sources'],
    ] as const) {
      list.forEach((entry, index) => {
        const first = list.findIndex((other) => other.id === entry.id)
        if (first !== index) report([name, index, 'id'], `"${entry.id}" is used twice`)
      })
    }
    sources.forEach((source, index) => {
      const section = sections.find((candidate) => candidate.id === source.section)
      const kind = sectionKindOf[source.kind]
      if (section?.kind === kind) return
      report(
        ['sources', index, 'section'],
        `a ${source.kind} source needs a section of kind ${kind}`,
      )
    })
  })

export type Config = z.infer<typeof configSchema>
export type SectionConfig = Config['sections'][number]
export type SourceConfig = Config['sources'][number]
export type SourceKind = SourceConfig['kind']
export type SourceConfigOf<Kind extends SourceKind> = Extract<SourceConfig, { kind: Kind }>

// GitHub answers with an empty page for what it does not list; the package knows what is like it.
function refuseUnlisted(language: string, context: z.RefinementCtx): void {
  try {
    trendingUrl(language)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    context.addIssue({ code: 'custom', message })
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text)
    return true
  } catch {
    return false
  }
}

/** The file is not there, not JSON, or not a configuration. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError' as const
}

/** @throws ConfigError that names the file and every wrong field. */
export async function loadConfig(file: string): Promise<Config> {
  const json = await readFile(file, 'utf8').catch((cause) => {
    throw new ConfigError(`cannot read the configuration ${file}`, { cause })
  })
  return parseConfig(json, file)
}

/** @throws ConfigError that names the file and every wrong field. */
export function parseConfig(json: string, file: string): Config {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new ConfigError(`${file} is not JSON: ${String(cause)}`, { cause })
  }
  const result = configSchema.safeParse(value)
  if (result.success) return result.data
  throw new ConfigError(`${file} is not a configuration:\n${z.prettifyError(result.error)}`)
}
