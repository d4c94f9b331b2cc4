import { fetchAnnouncement, type Paper } from '@inference-report/arxiv'
import type { PaperItem } from '@inference-report/issue'
import type { SourceConfigOf } from '../config.ts'
import type { CollectContext, PapersHarvest } from './harvest.ts'
import { about, summarize } from './warnings.ts'

/** arXiv's daily announcement of a category → its new and cross-listed papers, in its order. */
export async function collectArxiv(
  config: SourceConfigOf<'arxiv'>,
  context: CollectContext,
): Promise<PapersHarvest> {
  const { papers, announcedOn, warnings } = await fetchAnnouncement({
    category: config.category,
    fetch: context.fetch,
  })
  const replaced = papers.filter(({ announcement }) => announcement?.type?.startsWith('replace'))
  const announced = papers.filter((paper) => !replaced.includes(paper))
  const later = announced.filter((paper) => (paper.announcement?.date ?? '') > context.date)
  return {
    kind: 'papers',
    items: announced.filter((paper) => !later.includes(paper)).map((paper) => item(config, paper)),
    datedOn: announcedOn,
    warnings: [
      ...summarize(warnings),
      ...about(later.length, 'after-issue', (n) => `${n} announced after the issue left out.`),
    ],
  }
}

function item(config: SourceConfigOf<'arxiv'>, paper: Paper): PaperItem {
  return {
    id: `arxiv-${paper.id.replace('/', '-')}`,
    sourceId: config.id,
    url: config.paperUrl?.replace('{id}', paper.id) ?? paper.url,
    title: paper.title,
    abstract: paper.abstract,
    authors: paper.authors.map(({ name }) => name),
    primaryCategory: paper.primaryCategory,
    categories: paper.categories,
    announcedOn: paper.announcement?.date,
    announceType: paper.announcement?.type,
    comment: paper.comment,
  }
}
