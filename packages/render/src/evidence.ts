import type { Issue, SectionItem } from '@inference-report/issue'

/** A sentence of the issue's prose, with what bears it out. */
export interface EvidenceLine {
  text: string
  supports: Support[]
}

export interface Support {
  kind: 'fact' | 'item'
  id: string
  /** e.g. a paper's title, or a fact in words. */
  label: string
}

/** All prose of the issue, sentence by sentence, in the order it is printed. */
export function evidenceLines(issue: Issue): EvidenceLine[] {
  const labels = new Map<string, Support>()
  for (const section of issue.sections) {
    for (const item of section.items) {
      labels.set(item.id, { kind: 'item', id: item.id, label: itemLabel(item) })
    }
  }
  for (const { id, sentence } of issue.facts) {
    labels.set(id, { kind: 'fact', id, label: sentence })
  }
  return [
    ...issue.editorial.paragraphs,
    ...issue.sections.flatMap(({ commentary }) => commentary?.paragraphs ?? []),
  ]
    .flatMap(({ sentences }) => sentences)
    .map(({ text, supports }) => ({
      text,
      supports: supports.flatMap((id) => labels.get(id) ?? []),
    }))
}

function itemLabel(item: SectionItem): string {
  if ('title' in item) return item.title
  return 'owner' in item ? `${item.owner}/${item.name}` : item.name
}
